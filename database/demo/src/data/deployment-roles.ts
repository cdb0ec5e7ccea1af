// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** How products of one sort are spread over an administration. */
export interface DeploymentRole {
  readonly id: string;
  /** Matches the category; where no role does, `id name`; in lower case. The first role that matches counts. */
  readonly match: RegExp;
  /** Share of hosts of that kind that have the most common product of the role. */
  readonly workstation: number;
  readonly notebook: number;
  readonly thinClient: number;
  /** Share among servers in general, and what servers made for it are called. */
  readonly server: number;
  readonly serverRole: string | null;
  /** How many products of the role the city runs at most. */
  readonly most: number;
  /** Its products do the same work: one leads, the others are remains of earlier choices. */
  readonly rivals?: boolean;
  /** Its products have nothing to do with each other: one being common does not make another rare. */
  readonly independent?: boolean;
  /** Exactly one product of the role per host. */
  readonly exclusive?: boolean;
  /** Departments where the role is at home; elsewhere it is rare. Absent: everywhere. */
  readonly departments?: RegExp;
  /** What a seat costs in a year, in cents, when it has to be paid for: lowest and highest. */
  readonly seatCostCents: readonly [number, number];
}

const IT = /^amt-16/;
const PLANNING = /^amt-6[0-7]|^eb-(68|71)/;

/** From the particular to the general: the last role takes what no other wanted. */
export const DEPLOYMENT_ROLES: readonly DeploymentRole[] = [
  { id: 'client-os', match: /^client-os$|client[- ]?(os|operating|betriebs)|desktop[- ]?(os|operating)|microsoft-windows-(7|8|10|11|vista|xp)|macos/, workstation: 1, notebook: 1, thinClient: 0, server: 0, serverRole: null, most: 4, exclusive: true, seatCostCents: [1_800, 5_400] },
  { id: 'server-os', match: /server[- ]?(os|operating|betriebs)|windows-server|enterprise-linux|sles|debian|ubuntu/, workstation: 0, notebook: 0, thinClient: 0, server: 1, serverRole: 'app', most: 6, exclusive: true, seatCostCents: [38_000, 92_000] },
  { id: 'network', match: /network|mail-gateway|proxy/, workstation: 0.04, notebook: 0.25, thinClient: 0, server: 0.02, serverRole: 'net', most: 8, seatCostCents: [1_500, 9_000] },
  { id: 'component', match: /^component$/, workstation: 0.55, notebook: 0.55, thinClient: 0, server: 0.2, serverRole: null, most: 40, independent: true, seatCostCents: [0, 0] },
  { id: 'groupware', match: /groupware|mail|kalender|calendar|exchange|outlook/, workstation: 0.18, notebook: 0.2, thinClient: 0, server: 0.01, serverRole: 'mail', most: 5, seatCostCents: [2_400, 7_800] },
  { id: 'office', match: /^office|bürokommunikation|microsoft-office|text-?processing/, workstation: 0.96, notebook: 0.98, thinClient: 0, server: 0, serverRole: null, most: 6, rivals: true, seatCostCents: [4_500, 16_500] },
  { id: 'browser', match: /browser/, workstation: 0.95, notebook: 0.95, thinClient: 0.9, server: 0.35, serverRole: null, most: 4, seatCostCents: [0, 0] },
  { id: 'pdf', match: /pdf|signat/, workstation: 0.9, notebook: 0.9, thinClient: 0, server: 0.12, serverRole: null, most: 7, seatCostCents: [3_000, 17_000] },
  { id: 'archiver', match: /^archiver$|packing|compression|7-?zip|winrar|winzip/, workstation: 0.86, notebook: 0.86, thinClient: 0, server: 0.6, serverRole: null, most: 4, seatCostCents: [900, 2_900] },
  { id: 'endpoint-protection', match: /security|vpn|endpoint|virus|firewall|encrypt|verschlüssel/, workstation: 0.94, notebook: 0.97, thinClient: 0.3, server: 0.8, serverRole: 'sec', most: 8, rivals: true, seatCostCents: [1_200, 4_800] },
  { id: 'identity', match: /director|identit|verzeichnis|\biam\b|keycloak|ldap/, workstation: 0, notebook: 0, thinClient: 0, server: 0.05, serverRole: 'dc', most: 5, rivals: true, seatCostCents: [900, 3_200] },
  { id: 'database', match: /^database$|nosql|desktop-database|datenbank|\bsql|oracle-db/, workstation: 0.05, notebook: 0.06, thinClient: 0, server: 0.06, serverRole: 'db', most: 9, seatCostCents: [95_000, 420_000] },
  { id: 'virtualisation', match: /virtuali[sz]|desktop-delivery|vdi|hypervisor|citrix|vmware/, workstation: 0.25, notebook: 0.35, thinClient: 0.98, server: 0.5, serverRole: 'hv', most: 6, seatCostCents: [45_000, 210_000] },
  { id: 'containers', match: /container|kubernetes|cloud-platform/, workstation: 0, notebook: 0, thinClient: 0, server: 0.03, serverRole: 'k8s', most: 4, departments: IT, seatCostCents: [90_000, 240_000] },
  { id: 'backup', match: /backup|datensicherung|^storage$/, workstation: 0.01, notebook: 0.01, thinClient: 0, server: 0.82, serverRole: 'bkp', most: 4, rivals: true, seatCostCents: [19_000, 64_000] },
  { id: 'monitoring', match: /monitoring|log-analysis|observab/, workstation: 0.01, notebook: 0.01, thinClient: 0, server: 0.75, serverRole: 'mon', most: 5, rivals: true, seatCostCents: [6_000, 21_000] },
  { id: 'client-management', match: /client[- ]?management|configuration-management|service-?desk|it-assets|ticket|cmdb|helpdesk|itsm/, workstation: 0.93, notebook: 0.93, thinClient: 0.4, server: 0.5, serverRole: 'mgmt', most: 6, rivals: true, seatCostCents: [1_100, 4_200] },
  { id: 'remote-support', match: /remote/, workstation: 0.42, notebook: 0.5, thinClient: 0, server: 0.3, serverRole: null, most: 5, seatCostCents: [1_900, 9_000] },
  { id: 'meeting', match: /video|chat|konferenz|conferenc|messag/, workstation: 0.62, notebook: 0.85, thinClient: 0, server: 0.01, serverRole: 'vc', most: 7, seatCostCents: [2_400, 12_000] },
  { id: 'telephony', match: /telepho|telefon|ucc/, workstation: 0.5, notebook: 0.45, thinClient: 0, server: 0.01, serverRole: 'tk', most: 4, rivals: true, seatCostCents: [1_200, 4_800] },
  { id: 'files', match: /file|dateiaustausch|collaborat|whiteboard|wiki|note-taking/, workstation: 0.3, notebook: 0.45, thinClient: 0, server: 0.04, serverRole: 'fs', most: 6, rivals: true, seatCostCents: [1_800, 6_600] },
  { id: 'records', match: /dms|e-?akte|records|document-?management/, workstation: 0.55, notebook: 0.5, thinClient: 0, server: 0.01, serverRole: 'dms', most: 4, rivals: true, seatCostCents: [6_500, 19_000] },
  { id: 'cad', match: /\bcad|bim\b|cad-|konstruktion/, workstation: 0.34, notebook: 0.3, thinClient: 0, server: 0, serverRole: null, most: 7, departments: PLANNING, seatCostCents: [62_000, 285_000] },
  { id: 'gis', match: /\bgis\b|geo/, workstation: 0.36, notebook: 0.3, thinClient: 0, server: 0.01, serverRole: 'gis', most: 7, departments: PLANNING, seatCostCents: [28_000, 160_000] },
  { id: 'passwords', match: /password|passwort/, workstation: 0.33, notebook: 0.35, thinClient: 0, server: 0.02, serverRole: null, most: 4, rivals: true, seatCostCents: [1_200, 4_000] },
  { id: 'development', match: /develop|entwickl|devops|database-tool|security-testing|\bide\b|version-?control/, workstation: 0.42, notebook: 0.5, thinClient: 0, server: 0.04, serverRole: 'dev', most: 12, departments: IT, seatCostCents: [9_000, 72_000] },
  { id: 'statistics', match: /statisti|\bbi\b|analy|business-?intelligence|reporting/, workstation: 0.3, notebook: 0.3, thinClient: 0, server: 0.02, serverRole: 'bi', most: 7, departments: /^amt-(12|20|16-3|53|61)/, seatCostCents: [12_000, 145_000] },
  { id: 'finance', match: /erp|financ|finanz|doppik/, workstation: 0.72, notebook: 0.6, thinClient: 0, server: 0.01, serverRole: 'erp', most: 5, departments: /^amt-(2\d|11|14|10)|^eb-/, seatCostCents: [24_000, 88_000] },
  { id: 'projects', match: /project|projekt/, workstation: 0.06, notebook: 0.14, thinClient: 0, server: 0, serverRole: null, most: 5, seatCostCents: [9_000, 36_000] },
  { id: 'diagrams', match: /diagram|process-modelling|visio|mind-?map/, workstation: 0.09, notebook: 0.16, thinClient: 0, server: 0, serverRole: null, most: 5, seatCostCents: [4_000, 16_000] },
  { id: 'design', match: /graphics|publishing|image|bild|dtp|design|grafik|photo|layout/, workstation: 0.1, notebook: 0.1, thinClient: 0, server: 0, serverRole: null, most: 9, departments: /^amt-(13|41|45|61|40|01)/, seatCostCents: [21_000, 78_000] },
  { id: 'web', match: /cms|portal|intranet|^web/, workstation: 0.01, notebook: 0.01, thinClient: 0, server: 0.03, serverRole: 'web', most: 7, seatCostCents: [70_000, 260_000] },
  { id: 'forms', match: /form|survey|umfrage|particip|beteilig/, workstation: 0.02, notebook: 0.02, thinClient: 0, server: 0.02, serverRole: 'frm', most: 5, seatCostCents: [60_000, 190_000] },
  { id: 'learning', match: /learning|lern/, workstation: 0.03, notebook: 0.05, thinClient: 0, server: 0.01, serverRole: 'lms', most: 3, seatCostCents: [1_000, 6_000] },
  { id: 'assistants', match: /\bai\b|assistan|\bki\b/, workstation: 0.06, notebook: 0.1, thinClient: 0, server: 0, serverRole: null, most: 3, seatCostCents: [9_000, 36_000] },
  { id: 'runtime', match: /runtime|laufzeit|\bjava\b|\.net|framework/, workstation: 0.74, notebook: 0.7, thinClient: 0, server: 0.6, serverRole: null, most: 6, seatCostCents: [3_000, 18_000] },
  { id: 'editor', match: /editor|player|media-p|utilit|werkzeug|tool/, workstation: 0.4, notebook: 0.42, thinClient: 0, server: 0.3, serverRole: null, most: 10, seatCostCents: [900, 5_000] },
  { id: 'other', match: /(?:)/, workstation: 0.05, notebook: 0.06, thinClient: 0, server: 0.01, serverRole: null, most: 40, seatCostCents: [2_000, 24_000] },
];

/** A specialised procedure: most desks of its own department, nearly none elsewhere, one to three servers. */
export const SPECIALISED_ROLE: DeploymentRole = {
  id: 'specialised', match: /(?:)/, workstation: 0.68, notebook: 0.5, thinClient: 0.2, server: 0, serverRole: 'fv', most: 90, departments: /(?:)/, seatCostCents: [18_000, 96_000],
};

/** How common a product is within its role, as far as everybody knows; 1 is the role's full share. First match on the id counts. */
export const KNOWN_POPULARITY: readonly (readonly [RegExp, number])[] = [
  [/^microsoft-windows-11/, 0.74], [/^microsoft-windows-10/, 0.24], [/^microsoft-windows-[78]/, 0.02],
  [/^microsoft-windows-server/, 0.72], [/^(debian|ubuntu)/, 0.09], [/^(suse|sles|red-hat-enterprise)/, 0.08],
  [/^microsoft-office(-professional.*|-ltsc.*)?$/, 1], [/^microsoft-365-apps|^microsoft-office-365/, 0.3], [/^microsoft-365/, 0.05], [/^libreoffice$/, 0.9],
  [/^microsoft-edge/, 1], [/^mozilla-firefox|^firefox/, 0.64], [/^google-chrome/, 0.45],
  [/^(ibm-|bs2000|oracle-solaris)/, 0.01], [/^adobe-acrobat-reader|^adobe-reader/, 0.92], [/^adobe-acrobat/, 0.14], [/^pdf24/, 0.4], [/^7-?zip/, 0.9], [/^winrar|^winzip/, 0.06],
  [/^microsoft-exchange/, 0.9], [/^microsoft-outlook/, 1], [/^mozilla-thunderbird|^thunderbird/, 0.05],
  [/^microsoft-sql-server/, 1], [/^oracle-database/, 0.6], [/^postgresql/, 0.45], [/^mariadb|^mysql/, 0.35],
  [/^microsoft-active-directory/, 1], [/^vmware-(vsphere|esxi|tools)/, 1], [/^citrix/, 0.8], [/^proxmox/, 0.1],
  [/^microsoft-teams/, 0.9], [/^(cisco-)?webex/, 0.4], [/^zoom/, 0.35], [/^teamviewer/, 0.7], [/^keepass/, 0.95], [/^notepad-plus-plus|^notepad\+\+/, 0.75],
  [/^vlc/, 0.7], [/^irfanview/, 0.5], [/^gimp/, 0.35], [/^putty|^winscp|^filezilla/, 0.22], [/^autodesk-autocad|^autocad/, 0.8], [/^(esri-)?arcgis/, 0.75], [/^qgis/, 0.7],
  [/^microsoft-visio/, 0.8], [/^microsoft-project/, 0.7], [/^adobe-(photoshop|indesign|creative)/, 0.6], [/^veeam/, 1], [/^(checkmk|nagios|icinga|zabbix)/, 0.5],
  [/^microsoft-(endpoint|configuration|defender)|^baramundi|^matrix42/, 0.85], [/^java|^oracle-java/, 0.45], [/^microsoft-sharepoint/, 0.6], [/^nextcloud/, 0.15],
];
