// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Words too common to stand for one product without further evidence, folded; many products of many vendors are called so.
 * Own collection; English, German, some French and Polish.
 */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  (
    'office reader writer word access project projects outlook teams team exchange publisher calc draw base math impress note notes onenote paint mail calendar contacts kalender drive cloud file files explorer edge server client ' +
    'manager viewer studio suite desktop agent connector connect console core data database db designer develop developer editor engine express finder form forms flow gateway gui help hub hilfe info java kit launcher link live ' +
    'login map maps master media meeting meetings messenger mobile monitor net network online packager pad panel planner planer platform player plugin plus pocket portal print printer pro process query query quick record register ' +
    'recorder remote report reporter reporting reports router sales scan scanner scheduler search security service services share shared sign signal site sites space spaces spell standard start station status store stream support ' +
    'sync system systems task tasks test time tool toolbox toolkit tools tracker trainer update updater vault video view vision visual voice vpn wallet watch web webex wiki windows wire wizard workflow workspace zoom matrix element ' +
    'basis archiv archive akte akten amt assistent auskunft ausweis antrag bau bescheid bibliothek buero dokument dokumente druck einwohner fach fahrzeug finanzen formular formulare gebuehren gis haushalt informationssystem jugend kasse ' +
    'kataster katalog kita kommune leitstelle lohn melde meldewesen modul personal plan planung portal post rat ratsinformation rechnung recht register schule server sitzung sitzungsdienst sozial sozialhilfe stadt standesamt steuer steuern ' +
    'termin termine verfahren vergabe verkehr vertrag verwaltung vollstreckung wahl wahlen wohngeld zeit zeiterfassung zeitwirtschaft ticket tickets helpdesk bureau courrier serveur bibliotheque biuro poczta dokumenty program edytor ' +
    'creator converter pdf image photo photos music audio camera mixer scanner backup recovery firewall antivirus proxy cache chat phone call conference analytics dashboard intelligence insight insights warehouse ' +
    'integration automation automate builder compiler debugger runtime framework library sdk api shell terminal commander browser navigator downloader uploader transfer copy compare merge diff cleaner optimizer switch scale point ' +
    'dhcp dns ftp sftp tftp ldap smtp imap ntp http copilot identity directory active domain key keys pass password safe lock guard shield defender scout bridge bridges sense power smart easy fast simple open free global one first next now go up r c d s q x'
  ).split(' '),
);

/** Of the generic words, those that alone, as the whole title, stand for one product in every inventory, though they are parts of many other names. */
export const TELLING_ALONE: ReadonlySet<string> = new Set('java onenote outlook vlc webex windows zoom'.split(' '));

/** Words that make another product of the product beside which they stand: never explained away, never corrected into something else. */
export const DISTINGUISHING_WORDS: ReadonlySet<string> = new Set(
  (
    'server client viewer add addin addon addins plugin plugins plug in extension extensions sdk manager management studio connector connect agent console gateway designer developer development builder toolkit tools tool kit driver runtime ' +
    'reader writer editor player recorder converter creator express mobile online cloud web portal essentials lite mini backup recovery monitor security protection sync helper updater installer launcher assistant wizard ' +
    'code vm link bridge api framework library libraries analytics reporting report services service tester test trainer emulator simulator proxy adapter migration migrator import export importer exporter sensor audit ' +
    'cal cals license lizenz toolbox companion remote call rooms room phone frontline premium insights copilot for fuer pour dla zu'
  ).split(' '),
);
