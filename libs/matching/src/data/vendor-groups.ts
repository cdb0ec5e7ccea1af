// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Companies that are one vendor for matching: abbreviations, renamings and take-overs, as publishers stand in installers of different years.
 * Within a group every name confirms every other.
 * @source press releases of the companies named; years of completion in the comments
 */
export const VENDOR_GROUPS: readonly (readonly string[])[] = [
  ['Microsoft', 'MS', 'Microsoft Office', 'Microsoft Corporation', 'Sysinternals', 'GitHub', 'Xamarin', 'Nuance', 'Nuance Communications', 'LinkedIn'], // Sysinternals 2006, GitHub 2018, Nuance 2022
  ['Adobe', 'Adobe Systems', 'Adobe Systems Incorporated', 'Macromedia'], // 2005
  ['Oracle', 'Sun', 'Sun Microsystems', 'Innotek', 'MySQL AB', 'BEA', 'BEA Systems', 'PeopleSoft', 'Siebel'], // Sun 2010
  ['Hewlett-Packard', 'HP', 'HP Inc', 'Hewlett Packard', 'Hewlett-Packard Company', 'Hewlett Packard Enterprise', 'HPE', 'Poly', 'Polycom'],
  ['IBM', 'International Business Machines', 'Lotus', 'Lotus Development', 'Rational', 'Tivoli', 'SPSS', 'Cognos', 'Red Hat', 'Red Hat Inc', 'HashiCorp'], // SPSS 2009, Red Hat 2019, HashiCorp 2025
  ['Broadcom', 'VMware', 'VMware by Broadcom', 'CA', 'CA Technologies', 'Computer Associates', 'Symantec', 'Altiris', 'Blue Coat'], // CA 2018, Symantec Enterprise 2019, VMware 2023
  ['Omnissa', 'VMware'], // end-user computing 2024
  ['Gen Digital', 'NortonLifeLock', 'Norton', 'Symantec', 'Avast', 'AVG', 'Piriform', 'Avira'],
  ['OpenText', 'Open Text', 'Micro Focus', 'Novell', 'Attachmate', 'Serena', 'Borland', 'Guidance Software', 'Carbonite'], // Micro Focus 2023
  ['SUSE', 'Novell', 'SUSE Linux', 'Rancher', 'Rancher Labs'],
  ['Citrix', 'Citrix Systems', 'Cloud Software Group', 'TIBCO', 'Citrix Online', 'LogMeIn', 'GoTo'], // 2022
  ['Trellix', 'McAfee', 'Network Associates', 'FireEye', 'Musarubra'],
  ['Corel', 'Alludo', 'WinZip', 'WinZip Computing', 'Parallels', 'Jasc', 'Ulead', 'Pinnacle', 'Mindjet'],
  ['Tungsten Automation', 'Kofax', 'Nuance', 'ReadSoft', 'Power PDF'],
  ['HCL', 'HCL Technologies', 'HCL Software', 'HCLSoftware', 'IBM', 'Lotus'], // Notes, Domino, BigFix, AppScan 2019
  ['Cloudera', 'Hortonworks'],
  ['Cisco', 'Cisco Systems', 'Webex', 'Splunk', 'Duo', 'Sourcefire', 'Meraki', 'Acano'], // Splunk 2024
  ['Google', 'Google LLC', 'Alphabet', 'The Chromium Authors', 'Mandiant'],
  ['Mozilla', 'Mozilla Foundation', 'Mozilla Corporation', 'MZLA', 'MZLA Technologies', 'Mozilla Messaging', 'Thunderbird'],
  ['The Document Foundation', 'TDF', 'LibreOffice', 'Document Foundation'],
  ['Apache', 'Apache Software Foundation', 'ASF', 'The Apache Software Foundation'],
  ['Salesforce', 'Tableau', 'Slack', 'Slack Technologies', 'MuleSoft'],
  ['Progress', 'Progress Software', 'Ipswitch', 'Telerik', 'Kemp', 'Chef'],
  ['SolarWinds', 'SolarWinds MSP', 'N-able', 'Dameware'],
  ['Quest', 'Quest Software', 'Dell Software', 'One Identity', 'Toad', 'KACE', 'erwin'],
  ['Dell', 'EMC', 'Dell EMC', 'Dell Technologies'],
  ['Ivanti', 'LANDesk', 'HEAT', 'FrontRange', 'MobileIron', 'Pulse Secure', 'Wavelink', 'AppSense', 'Lumension', 'Cherwell'],
  ['Veritas', 'Symantec', 'Cohesity'],
  ['Sophos', 'Astaro', 'Utimaco Safeware'],
  ['Esri', 'Environmental Systems Research Institute', 'ESRI Inc', 'Esri Inc'],
  ['PDFForge', 'Avanquest', 'Avanquest pdfforge', 'Claybird'],
  ['Open-Xchange', 'OX', 'Open Xchange', 'Dovecot', 'PowerDNS'],
  ['ZenDiS', 'Zentrum Digitale Souveränität'],
  ['Axians', 'Axians Infoma', 'Infoma', 'Infoma Software Consulting', 'Axians eWaste', 'IKVS', 'Vinci Energies'],
  ['Komm.ONE', 'ITEOS', 'Datenzentrale Baden-Württemberg', 'DZBW', 'KDRS', 'KIRU', 'KIVBF'], // 2018
  ['OWL-IT', 'krz', 'krz Lemgo', 'Kommunales Rechenzentrum Minden-Ravensberg/Lippe', 'GKD Paderborn', 'Ostwestfalen-Lippe-IT'], // 2024
  ['Prosoz', 'PROSOZ Herten', 'Prosoz Herten GmbH'],
  ['AKDB', 'Anstalt für Kommunale Datenverarbeitung in Bayern', 'LivingData'],
  ['HSH', 'HSH Soft- und Hardware', 'HSH Berlin', 'VOIS'],
  ['GFI', 'GFI Software', 'Kerio', 'Aurea'],
  ['Nemetschek', 'Allplan', 'Graphisoft', 'Vectorworks', 'Bluebeam'],
  ['Hexagon', 'Intergraph', 'Leica', 'Leica Geosystems'],
  ['Unify', 'Atos', 'Siemens Enterprise Communications', 'Mitel', 'Aastra'],
  ['Ricoh', 'NRG', 'DocuWare'],
  ['Elastic', 'Elasticsearch', 'Elasticsearch BV'],
  ['Igor Pavlov', '7-Zip'],
  ['Irfan Skiljan', 'IrfanView'],
  ['Simon Tatham', 'PuTTY'],
  ['VideoLAN', 'VideoLAN Team', 'VLC'],
  ['Dominik Reichl', 'KeePass'],
  ['Martin Prikryl', 'WinSCP'],
  ['win.rar', 'RARLAB', 'Alexander Roshal', 'Eugene Roshal'],
  ['Tim Kosse', 'FileZilla', 'FileZilla Project'],
  ['Don Ho', 'Notepad++', 'Notepad++ Team'],
  ['Geek Software', 'PDF24', 'PDF24.org', 'www.pdf24.org'],
  ['dotPDN', 'Rick Brewster', 'Paint.NET'],
  ['JGraph', 'draw.io', 'diagrams.net', 'Draw.io Ltd'],
  ['Ghisler', 'Ghisler Software', 'Christian Ghisler', 'C. Ghisler'],
  ['Software Freedom Conservancy', 'Git', 'The Git Development Community', 'Johannes Schindelin'],
  ['OSGeo', 'QGIS', 'QGIS.org', 'QGIS Development Team', 'Open Source Geospatial Foundation'],
  ['OpenJS Foundation', 'Node.js', 'Node.js Foundation', 'Joyent'],
  ['Eclipse', 'Eclipse Foundation', 'Eclipse Adoptium', 'Adoptium', 'AdoptOpenJDK', 'Temurin'],
  ['Amazon', 'Amazon Web Services', 'AWS', 'Amazon.com'],
  ['Intel', 'Intel Corporation', 'Intel(R) Corporation'],
  ['Zoom', 'Zoom Video Communications', 'Zoom Communications'],
  ['Ascensio System', 'ONLYOFFICE', 'Ascensio System SIA'],
  ['Element', 'New Vector', 'Element Creations', 'Vector Creations'],
  ['Bitwarden', '8bit Solutions'],
];
