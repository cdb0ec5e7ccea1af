// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Vendors that stand before or behind product names in inventories, as they are written; only for telling the vendor part of a title without a catalogue.
 * Own collection.
 */
export const WELL_KNOWN_VENDORS: readonly string[] = [
  'Microsoft', 'Adobe', 'Adobe Systems', 'Oracle', 'SAP', 'IBM', 'Apple', 'Google', 'Mozilla', 'Citrix', 'VMware', 'Broadcom', 'Symantec', 'McAfee', 'Trellix', 'Trend Micro', 'Kaspersky', 'Kaspersky Lab', 'Sophos', 'ESET', 'G DATA', 'F-Secure',
  'WithSecure', 'Cisco', 'HP', 'Hewlett-Packard', 'HPE', 'Dell', 'Lenovo', 'Fujitsu', 'Intel', 'AMD', 'NVIDIA', 'Realtek', 'Canon', 'Epson', 'Brother', 'Kyocera', 'Ricoh', 'Konica Minolta', 'Xerox', 'Lexmark', 'Samsung', 'Logitech',
  'Autodesk', 'Bentley', 'Esri', 'Trimble', 'Nemetschek', 'Corel', 'Nuance', 'ABBYY', 'Foxit', 'Kofax', 'TechSmith', 'Atlassian', 'JetBrains', 'Red Hat', 'SUSE', 'Canonical', 'Novell', 'Micro Focus', 'OpenText', 'Veeam', 'Acronis',
  'Veritas', 'Commvault', 'TeamViewer', 'AnyDesk', 'Cisco Systems', 'Fortinet', 'Check Point', 'Palo Alto Networks', 'Zoom', 'Slack', 'Dropbox', 'Wolters Kluwer', 'Haufe', 'Lexware', 'DATEV', 'Sage', 'Infoma', 'Axians', 'Dataport',
  'PROSOZ', 'AKDB', 'Komm.ONE', 'regio iT', 'ekom21', 'Mach', 'CompuGroup', 'd.velop', 'Ceyoniq', 'Fabasoft', 'Materna', 'Bundesdruckerei', 'secunet', 'Apache', 'Eclipse', 'Docker', 'HashiCorp', 'Elastic', 'MongoDB', 'Redis', 'GitLab', 'GitHub',
  'Progress', 'SolarWinds', 'Paessler', 'Splunk', 'Tableau', 'Salesforce', 'ServiceNow', 'Matrix42', 'baramundi', 'FrontRange', 'Ivanti', 'The Document Foundation', 'Sun', 'Sun Microsystems', 'Macromedia', 'Roxio', 'Nero', 'CyberLink', 'WinZip',
];
