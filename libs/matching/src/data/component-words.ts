// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** What kind of part a title names: something that comes and goes with a product and is never migrated for itself. */
export type ComponentKind = 'UPDATE' | 'DRIVER' | 'LANGUAGE_PACK' | 'RUNTIME' | 'ADD_ON' | 'SUPPORT_TOOL' | 'LIBRARY' | 'PACKAGE_PART';

/**
 * Word sequences, folded, that make a title a part of something: English, German, French, Polish.
 * Own collection.
 */
export const COMPONENT_PHRASES: readonly (readonly [ComponentKind, readonly string[]])[] = [
  ['UPDATE', [
    'security update', 'cumulative update', 'critical update', 'definition update', 'definition updates', 'update for', 'update rollup', 'update fuer', 'hotfix', 'hotfix for', 'patch for', 'patch fuer', 'service pack for', 'service pack fuer',
    'sicherheitsupdate', 'sicherheitsaktualisierung', 'sicherheitspatch', 'kumulatives update', 'qualitaetsupdate', 'aktualisierung fuer', 'mise a jour', 'correctif', 'aktualizacja', 'poprawka', 'feature update', 'dictionary update', 'wsus',
  ]],
  ['DRIVER', ['driver', 'drivers', 'treiber', 'druckertreiber', 'geraetetreiber', 'pilote', 'pilotes', 'sterownik', 'sterowniki', 'firmware', 'chipset', 'bios', 'driverpack', 'odbc', 'oledb', 'ole db', 'jdbc']],
  ['LANGUAGE_PACK', [
    'language pack', 'language packs', 'languagepack', 'langpack', 'language interface pack', 'language resource', 'sprachpaket', 'sprachpakete', 'sprachmodul', 'sprachdateien', 'pack de langue', 'module linguistique', 'pakiet jezykowy', 'proofing', 'proof', 'korrekturhilfen',
    'outils de verification linguistique', 'narzedzia sprawdzajace', 'shared mui', 'setup mui', 'office mui', 'excel mui', 'word mui', 'access mui', 'outlook mui', 'powerpoint mui', 'publisher mui', 'onenote mui', 'infopath mui',
    'groove mui', 'osm mui', 'osm ux mui', 'dcf mui', 'lync mui', 'project mui', 'visio mui', 'x mui', 'interconnect mui', 'sharepoint designer mui', 'help pack', 'helppack', 'hilfepaket', 'woerterbuch', 'dictionary', 'dictionaries', 'spelling dictionaries', 'font', 'fonts', 'schriftart', 'schriftarten', 'font pack',
  ]],
  ['RUNTIME', [
    'redistributable', 'redistributables', 'redist', 'runtime', 'runtimes', 'runtime environment', 'run time', 'laufzeit', 'laufzeitumgebung', 'laufzeitmodul', 'targeting pack', 'shared framework', 'host fx resolver', 'apphost pack', 'hosting bundle', 'merge module', 'environnement d execution',
    'net framework', 'srodowisko uruchomieniowe', 'libraries', 'bibliotheken', 'bibliotheque d execution', 'prerequisites', 'native client', 'primary interop assemblies', 'interop assemblies', 'web components', 'multi targeting pack',
  ]],
  ['ADD_ON', ['add in', 'addin', 'addins', 'add ins', 'add on', 'addon', 'addons', 'plugin', 'plugins', 'plug in', 'plug ins', 'extension', 'extensions', 'erweiterung', 'zusatzmodul', 'toolbar', 'activex', 'browser helper object', 'module complementaire', 'wtyczka', 'snap in', 'shell extension']],
  ['SUPPORT_TOOL', ['maintenance service', 'update service', 'update helper', 'updater', 'auto updater', 'refresh manager', 'installer', 'setup files', 'help', 'hilfe', 'documentation', 'dokumentation', 'uninstaller', 'uninstall', 'crash reporter', 'update assistant', 'health tools', 'update agent', 'autoupdate', 'auto update', 'liveupdate', 'live update',
    'edge update', 'software update', 'guest additions', 'guest agent', 'vmware tools', 'virtio guest tools', 'maintenance tool', 'test suite', 'pip bootstrap', 'python launcher', 'development libraries', 'extension pack', 'common files', 'client tools extensions',
    'database engine services', 'database engine shared', 'isolated shell', 'licensing component', 'localization component', 'extensibility component', 'click to run']],
];
