// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryField } from '../../record.js';
import type { HeaderNames } from '../header-names.js';

/**
 * Names of columns in exports of client management systems, asset and contract registers, German and English.
 * Written as people write them; compared without case, umlaut spelling, spaces and punctuation.
 */
export const SOFTWARE_COLUMNS: Readonly<Record<InventoryField, HeaderNames>> = {
  title: {
    clear: [
      'title', 'software', 'software name', 'software title', 'software titel', 'software product', 'softwareprodukt', 'software-bezeichnung', 'softwarebezeichnung',
      'display name', 'displayname', 'displayname0', 'product', 'product name', 'productname0', 'produkt', 'produktname', 'produktbezeichnung', 'application',
      'application name', 'app', 'app name', 'application title', 'anwendung', 'anwendungsname', 'anwendungsbezeichnung', 'applikation', 'applikationsname', 'programm', 'programmname',
      'program', 'program name', 'package', 'package name', 'paket', 'paketname', 'fachverfahren', 'verfahren', 'verfahrensname', 'fachanwendung', 'it-verfahren', 'raw title',
      'installed software', 'installierte software', 'installiertes programm', 'installed application', 'arp display name', 'arpdisplayname0', 'normalized name', 'softwaretitel',
      'software asset', 'softwarekomponente', 'softwarepaket', 'lizenzprodukt', 'lizenzgegenstand', 'vertragsgegenstand', 'discovered application', 'fachverfahrensname',
    ],
    weak: ['name', 'bezeichnung', 'titel', 'produktbeschreibung', 'component', 'komponente', 'tool', 'werkzeug', 'system', 'item', 'artikel', 'artikelbezeichnung', 'standard', 'description', 'beschreibung', 'display', 'system name', 'systemname'],
  },
  vendor: {
    clear: [
      'vendor', 'vendor name', 'manufacturer', 'manufacturer name', 'publisher', 'publisher name', 'publisher0', 'hersteller', 'herstellername', 'herausgeber', 'anbieter', 'anbietername',
      'software vendor', 'softwarehersteller', 'software manufacturer', 'producer', 'developer', 'entwickler', 'company name', 'maker', 'vertreiber', 'softwareanbieter',
    ],
    weak: ['company', 'firma', 'supplier', 'lieferant', 'author', 'autor', 'maintainer', 'editor', 'brand', 'marke', 'dienstleister', 'hersteller/anbieter'],
  },
  version: {
    clear: [
      'version', 'versionsnummer', 'versions-nr', 'version number', 'version nr', 'versionsstand', 'display version', 'displayversion', 'version0', 'displayversion0', 'product version', 'produktversion',
      'software version', 'softwareversion', 'softwarestand', 'programmversion', 'installed version', 'installierte version', 'app version', 'application version', 'package version', 'versionsbezeichnung', 'full version',
    ],
    weak: ['release', 'revision', 'stand', 'build', 'releasestand', 'aktuelle version', 'current version'],
  },
  host: {
    clear: [
      'host', 'hostname', 'host name', 'computer', 'computer name', 'rechner', 'rechnername', 'machine', 'machine name', 'device', 'device name', 'gerät', 'gerätename', 'geräte', 'endgerät', 'client', 'client name',
      'clientname', 'client id', 'arbeitsplatz', 'arbeitsplatzrechner', 'arbeitsstation', 'workstation', 'workstation name', 'pc', 'pc-name', 'pcname', 'server', 'servername', 'server name', 'netbios name', 'netbiosname',
      'netbios name0', 'netbios_name0', 'name0', 'dns name', 'fqdn', 'maschine', 'maschinenname', 'managed device', 'asset name', 'node', 'node name', 'endpoint', 'endpoint name', 'gerätebezeichnung', 'systemname0', 'zielsystem', 'notebook', 'rechner-id',
    ],
    weak: ['asset', 'inventarnummer', 'inventarnr', 'asset tag', 'asset number', 'system', 'systemname', 'system name', 'station', 'machine id', 'device id', 'geräte-id', 'gerätenummer', 'installed on', 'installiert auf'],
  },
  department: {
    clear: [
      'department', 'department name', 'amt', 'amtsbezeichnung', 'amt/fachbereich', 'fachbereich', 'fachamt', 'abteilung', 'abteilungsname', 'organisationseinheit', 'oe', 'org-einheit', 'orga-einheit', 'organisational unit', 'organizational unit',
      'org unit', 'dezernat', 'referat', 'dienststelle', 'sachgebiet', 'bereich', 'geschäftsbereich', 'einrichtung', 'nutzendes amt', 'nutzendes fachamt', 'business unit', 'division', 'fachdienst', 'organisation', 'organisationsbereich', 'eigenbetrieb', 'stadtamt',
    ],
    weak: ['kostenstelle', 'cost center', 'cost centre', 'organization', 'ou', 'unit', 'einheit', 'team', 'behörde', 'standort', 'kunde', 'mandant', 'customer', 'tenant'],
  },
  userName: {
    clear: [
      'user', 'user name', 'username', 'benutzer', 'benutzername', 'nutzer', 'nutzername', 'anwender', 'anwendername', 'login', 'login name', 'loginname', 'anmeldename', 'logged on user', 'last logged on user', 'last logon user', 'last user',
      'letzter benutzer', 'angemeldeter benutzer', 'primary user', 'primärer benutzer', 'hauptbenutzer', 'hauptnutzer', 'user principal name', 'userprincipalname', 'upn', 'user display name', 'user email', 'email address', 'primary user upn', 'primary user email address', 'sam account name', 'samaccountname',
      'mitarbeitername', 'consoleuser', 'top console user', 'user id', 'userid', 'kennung', 'benutzerkennung', 'winuser', 'vorname nachname', 'ansprechpartner', 'kontakt',
    ],
    weak: ['owner', 'besitzer', 'mitarbeiter', 'person', 'assigned to', 'zugewiesen an', 'e-mail', 'email', 'mail', 'kontaktperson'],
  },
  users: {
    clear: [
      'users', 'user count', 'number of users', 'anzahl nutzer', 'anzahl benutzer', 'anzahl anwender', 'anzahl nutzende', 'nutzerzahl', 'nutzeranzahl', 'benutzerzahl', 'benutzeranzahl', 'anwenderzahl', 'anwenderanzahl', 'nutzer', 'anwender',
      'benutzer', 'nutzende', 'named users', 'active users', 'aktive nutzer', 'nutzer gesamt', 'no of users', 'anzahl der nutzer', 'anzahl der benutzer', 'anzahl der anwender', 'anzahl user', 'nutzerinnen und nutzer', 'nutzer*innen', 'anwender*innen', 'user',
    ],
    weak: ['personen', 'mitarbeiter', 'beschäftigte', 'employees', 'staff', 'headcount'],
  },
  devices: {
    clear: [
      'device count', 'devicecount', 'number of devices', 'devices', 'anzahl geräte', 'anzahl der geräte', 'gerätezahl', 'geräteanzahl', 'anzahl installationen', 'anzahl der installationen', 'installationsanzahl', 'installationszahl', 'install count', 'installcount', 'installations', 'installationen',
      'installation count', 'number of installations', 'number of installs', 'installs', 'installed count', 'anzahl rechner', 'anzahl computer', 'anzahl pcs', 'computer count', 'machine count', 'host count', 'anzahl clients', 'anzahl arbeitsplätze', 'installed on devices', 'anzahl hosts', 'endpoints',
    ],
    weak: [],
  },
  seats: {
    clear: [
      'seats', 'seat count', 'licenses', 'licences', 'license count', 'licence count', 'number of licenses', 'number of licences', 'number of seats', 'lizenzen', 'lizenzanzahl', 'anzahl lizenzen', 'anzahl der lizenzen', 'lizenzzahl', 'lizenzmenge', 'purchased licenses',
      'licensed quantity', 'entitlements', 'entitled', 'nutzungsrechte', 'anzahl nutzungsrechte', 'lizenzen gesamt', 'gekaufte lizenzen', 'beschaffte lizenzen', 'erworbene lizenzen', 'licenses owned', 'licenses purchased', 'total licenses', 'lizenzbestand', 'plätze', 'arbeitsplatzlizenzen',
    ],
    weak: ['quantity', 'menge', 'anzahl', 'stückzahl', 'stück', 'lizenz', 'license', 'licence', 'count', 'amount', 'qty'],
  },
  installedOn: {
    clear: [
      'installed on', 'install date', 'installdate', 'installdate0', 'installation date', 'installationsdatum', 'installiert am', 'date installed', 'installed at', 'installed', 'datum der installation', 'install time', 'installationszeitpunkt', 'installed date', 'installiert',
      'installationstag', 'installation', 'first installed',
    ],
    weak: ['datum', 'date'],
  },
  source: {
    clear: ['source', 'quelle', 'datenquelle', 'data source', 'quellsystem', 'source system', 'herkunft', 'discovery source', 'erfasst durch', 'erfassungsquelle', 'inventory source', 'scanner', 'inventarisierungsquelle'],
    weak: ['origin', 'import source', 'tool'],
  },
  costPerYear: {
    clear: [
      'cost per year', 'costs per year', 'annual cost', 'annual costs', 'yearly cost', 'yearly costs', 'annual fee', 'annual price', 'jahreskosten', 'kosten pro jahr', 'kosten/jahr', 'kosten p.a.', 'kosten p. a.', 'jährliche kosten', 'kosten jährlich', 'lizenzkosten pro jahr',
      'jahresbetrag', 'jahresentgelt', 'jahrespreis', 'jahresgebühr', 'wartungskosten pro jahr', 'pflegekosten pro jahr', 'jährliches entgelt', 'kosten pro jahr (€)', 'kosten pro jahr in euro', 'jahreskosten (eur)', 'jahreskosten in euro', 'jahreskosten brutto', 'jahreskosten netto',
      'kosten je jahr', 'laufende kosten', 'laufende kosten pro jahr', 'yearly fee', 'annual spend', 'cost per annum', 'annual cost (eur)', 'jahreskosten eur', 'kosten im jahr',
    ],
    weak: [],
  },
  contractEndsOn: {
    clear: [
      'contract end', 'contract end date', 'contract ends', 'contract ends on', 'end of contract', 'contract expiry', 'contract expires', 'vertragsende', 'vertragsablauf', 'vertragslaufzeit bis', 'laufzeit bis', 'laufzeitende', 'ende der laufzeit', 'ende vertrag', 'vertrag bis',
      'vertrag endet am', 'ablaufdatum', 'gültig bis', 'expiration date', 'expiry date', 'license expiration', 'lizenzende', 'lizenzablauf', 'subscription end', 'support end', 'wartungsende', 'vertragsenddatum', 'term end', 'valid until', 'lizenz gültig bis', 'renewal date',
    ],
    weak: ['ende', 'end date', 'enddatum', 'endet am', 'expires', 'expires on', 'bis', 'laufzeit', 'approval expiration date'],
  },
  license: {
    clear: ['license', 'licence', 'lizenz', 'license name', 'licence name', 'lizenzname', 'lizenztyp', 'lizenzart', 'license type', 'licence type', 'lizenzmodell', 'license model', 'spdx', 'spdx id', 'spdx license', 'license expression', 'lizenzbezeichnung', 'licenses', 'licences', 'lizenzen', 'lizenzform'],
    weak: [],
  },
  purl: { clear: ['purl', 'package url', 'packageurl', 'package url (purl)'], weak: [] },
  cpe: { clear: ['cpe', 'cpe23', 'cpe 2.3', 'cpe name', 'cpe uri', 'cpe23uri', 'cpeuri'], weak: [] },
};

/** Words that, before the head of a name, say that the column is about the machine and not about the software on it. */
export const MACHINE_WORDS: readonly string[] = [
  'os', 'operating system', 'betriebssystem', 'bios', 'uefi', 'firmware', 'agent', 'hardware', 'device', 'gerät', 'geräte', 'computer', 'pc', 'rechner', 'client', 'server', 'windows', 'driver', 'treiber', 'kernel', 'host', 'cpu', 'user', 'benutzer', 'nutzer', 'db',
  'file', 'datei', 'kontakt', 'contact', 'minimum', 'mindest', 'java', 'schema', 'api', 'gebäude', 'vertrags', 'nachfolge', 'vorgänger', 'ersatz',
];
