// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DemoTitleKind } from '../demo-city.js';

/** A pattern of titles that inventories are full of and no catalogue lists; every `{…|…}` is one choice, `{#}` a number of two digits, `{##}` of five. */
export interface ForeignFamily {
  readonly kind: DemoTitleKind;
  readonly vendor: string | null;
  readonly pattern: string;
  /** Share of desktops, and of servers, that have one particular title of the pattern. */
  readonly desktop: number;
  readonly server: number;
  /** How many titles of the pattern the city has at most; more where the city is larger. */
  readonly most: number;
}

const inHouse = (pattern: string, desktop = 0.03, most = 4): ForeignFamily => ({ kind: 'IN_HOUSE', vendor: 'Stadt Wendelfurt', pattern, desktop, server: 0.004, most });
const driver = (vendor: string, pattern: string, desktop = 0.17, most = 6): ForeignFamily => ({ kind: 'DRIVER', vendor, pattern, desktop, server: 0.03, most });
const update = (pattern: string, desktop = 0.16, most = 30): ForeignFamily => ({ kind: 'UPDATE', vendor: 'Microsoft Corporation', pattern, desktop, server: 0.12, most });

/** Names of tools, drivers and packages; tools and makers marked as invented in their names stand for the many that every city has. */
export const FOREIGN_FAMILIES: readonly ForeignFamily[] = [
  update('Update für Windows {10|11} (KB50{##})', 0.2, 40),
  update('Security Update for Microsoft Windows (KB50{##})', 0.2, 40),
  update('Sicherheitsupdate für Microsoft .NET Framework 4.8 (KB50{##})', 0.12, 18),
  update('Definition Update for Microsoft Office 20{16|19} (KB31{##}) {32|64}-Bit Edition', 0.12, 18),
  update('Hotfix für Microsoft Windows (KB49{##})', 0.08, 10),
  { kind: 'REDISTRIBUTABLE', vendor: 'Microsoft Corporation', pattern: 'Microsoft Visual C++ {2005|2008|2010|2012|2013|2015-2019|2015-2022} Redistributable ({x86|x64}) - {8|9|10|11|12|14}.0.{##}', desktop: 0.34, server: 0.4, most: 26 },
  { kind: 'REDISTRIBUTABLE', vendor: 'Microsoft Corporation', pattern: 'Microsoft Windows Desktop Runtime - {3.1|5.0|6.0|7.0|8.0}.{#} ({x64|x86})', desktop: 0.2, server: 0.1, most: 14 },
  { kind: 'REDISTRIBUTABLE', vendor: 'Microsoft Corporation', pattern: 'Microsoft ODBC Driver {11|13|17|18} for SQL Server', desktop: 0.14, server: 0.25, most: 4 },
  { kind: 'REDISTRIBUTABLE', vendor: 'Microsoft Corporation', pattern: 'Microsoft System CLR Types for SQL Server {2012|2014|2016|2019}', desktop: 0.1, server: 0.16, most: 4 },
  { kind: 'REDISTRIBUTABLE', vendor: 'SAP', pattern: 'SAP Crystal Reports runtime engine for .NET Framework ({32|64}-bit)', desktop: 0.16, server: 0.06, most: 2 },
  { kind: 'REDISTRIBUTABLE', vendor: 'InstallShield', pattern: 'InstallShield {Professional|Update Manager} Laufzeit {#}', desktop: 0.03, server: 0.01, most: 4 },
  { kind: 'LANGUAGE_PACK', vendor: 'Microsoft Corporation', pattern: 'Microsoft Office Proofing Tools 20{13|16|19} - {Deutsch|English|Français|Italiano|Español|Türkçe|Polski}', desktop: 0.3, server: 0.02, most: 14 },
  { kind: 'LANGUAGE_PACK', vendor: 'Microsoft Corporation', pattern: 'Microsoft Office {Shared|OSM|Korrekturhilfen|Excel|Word|PowerPoint|Outlook} MUI ({German|English|Deutsch}) 20{13|16}', desktop: 0.24, server: 0.02, most: 20 },
  { kind: 'LANGUAGE_PACK', vendor: null, pattern: 'Sprachpaket {Deutsch|Français|English (UK)|Русский|العربية|Türkçe} – {Anzeige|Rechtschreibung}', desktop: 0.06, server: 0.02, most: 8 },
  driver('Intel Corporation', 'Intel(R) {Chipset Device Software|Graphics Driver|Management Engine Components|Rapid Storage Technology|Network Connections Drivers|Serial IO|Wireless Bluetooth(R)}', 0.46, 7),
  driver('Intel', 'Intel® {PROSet/Wireless Software|Trusted Connect Service Client|Treiber- und Support-Assistent|Dynamic Tuning Technology}', 0.3, 4),
  driver('Realtek Semiconductor Corp.', 'Realtek {High Definition Audio Driver|Ethernet Controller Driver|Card Reader|USB Audio|Audio Control}', 0.4, 5),
  driver('NVIDIA Corporation', 'NVIDIA {Grafiktreiber|Graphics Driver|HD-Audiotreiber|PhysX-Systemsoftware|nView Desktop Manager} {4|5}{#}.{#}', 0.1, 10),
  driver('Dell Inc.', 'Dell {Command Update|Digital Delivery|Touchpad|Optimizer Service|SupportAssist OS Recovery Plugin}', 0.22, 5),
  driver('HP Inc.', 'HP {Hotkey Support|Notifications|System Default Settings|Documentation|Dock Accessory WMI Provider}', 0.2, 5),
  driver('Fujitsu', 'Fujitsu {DeskUpdate|Display Manager|Mobility Center|Hotkey Utility}', 0.16, 4),
  driver('Lenovo', 'Lenovo {System Update|Dependency Package|Vantage Service|Power Management Driver}', 0.12, 4),
  driver('REINER Kartengeräte GmbH & Co. KG', 'REINER SCT {cyberJack Base Components|Treiber für Chipkartenlesegeräte}', 0.12, 2),
  driver('Synaptics', 'Synaptics {Pointing Device Driver|WBF Fingerabdruck-Treiber}', 0.14, 2),
  { kind: 'PRINTER', vendor: 'KYOCERA Document Solutions Inc.', pattern: 'Kyocera {Product Library|TWAIN Driver|Net Viewer|Status Monitor 5|KX Treiber {7|8}.{#}}', desktop: 0.2, server: 0.04, most: 9 },
  { kind: 'PRINTER', vendor: 'Canon Inc.', pattern: 'Canon {Generic Plus UFR II Druckertreiber|Scan-Dienstprogramm|imageRUNNER ADVANCE Treiber V{#}}', desktop: 0.1, server: 0.03, most: 8 },
  { kind: 'PRINTER', vendor: 'Brother Industries, Ltd.', pattern: 'Brother {P-touch Editor 5.{#}|MFL-Pro Suite MFC-L{##}DW|Etikettendrucker-Treiber}', desktop: 0.05, server: 0.01, most: 8 },
  { kind: 'PRINTER', vendor: 'ZEBRA', pattern: 'Zebra Druckertreiber (Etiketten) {5|7|8}.{#}', desktop: 0.02, server: 0.01, most: 5 },
  { kind: 'PRINTER', vendor: 'HP', pattern: 'HP {LaserJet|Color LaserJet|OfficeJet|DesignJet} {M4|M5|Pro |T}{#} {Grundlegende Gerätesoftware|Basic Device Software|Hilfe}', desktop: 0.03, server: 0.01, most: 14 },
  inHouse('Wendelfurt {Bildschirmhintergrund|Standardvorlagen|Briefkopf-Assistent|Formularmappe} {1|2|3}.{#}', 0.42, 8),
  inHouse('WF-{Anmeldeskript|Netzlaufwerke|Druckerzuordnung|Inventarisierungshilfe}', 0.6, 4),
  inHouse('StWF {Aktenplan|Organigramm|Telefonliste|Dienstreise|Fundsachen|Schlüsselverwaltung|Parkausweis|Raumplan} {Client|V{#}}', 0.06, 14),
  inHouse('{Plakatierung|Marktstände|Hundebestand|Sondernutzung|Sperrmüll|Spielplatzkontrolle|Straßenaufbruch|Zählerstände|Bäderkasse|Winterdienst} Access-Datenbank{| NEU| alt| (Kopie)}', 0.012, 22),
  inHouse('Makro {Serienbrief|Gebührenbescheid|Haushaltsplan|Kassenabschluss|Einladung Ausschuss} v{#}', 0.025, 12),
  inHouse('Amt {10|20|32|33|50|51|61|66} {Startmenü|Auswertung|Statistik-Export}', 0.03, 14),
  { kind: 'UTILITY', vendor: null, pattern: '{Uhr|Würfel|Zettel|Kalender|Lupe|Bildschirm}{wecker|box|meister|fix} {Freeware|2000|light|Pro} {#}', desktop: 0.004, server: 0, most: 40 },
  { kind: 'UTILITY', vendor: 'Beispielsoft Verlag', pattern: '{Formular|Gesetze|Vordruck|Kommentar|Tabellen}-CD {2009|2012|2016|2019|2022} {Einzelplatz|Netzwerk}', desktop: 0.006, server: 0, most: 24 },
  { kind: 'UTILITY', vendor: 'NONAME', pattern: 'USB {Scanner|Messschieber|Waage|Kamera|Barcode} Tool {1|2|3}.{#}', desktop: 0.006, server: 0, most: 18 },
  { kind: 'UTILITY', vendor: null, pattern: '{setup|install|temp|_neu}{_|-}{#}{.exe|.msi|}', desktop: 0.002, server: 0.002, most: 14 },
  { kind: 'UTILITY', vendor: 'Nicht angegeben', pattern: '{Messgerät|Prüfstand|Tachograph|Parkschein|Bodenprobe|Pegel}-Auslesesoftware {A|B|S}{##}', desktop: 0.003, server: 0, most: 400 },
];
