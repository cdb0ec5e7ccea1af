// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ToolTable } from '../../table/tool-table.js';

/**
 * Reports of Lansweeper on software. Export: Reports > a report on `tblSoftware` and `tblSoftwareUni` > Export to CSV or XLSX.
 *
 * @source Lansweeper data dictionary, tblSoftware, tblSoftwareUni, tblAssets
 */
export const LANSWEEPER_TABLES: readonly ToolTable[] = [
  {
    format: 'lansweeper',
    required: ['softwareName', 'softwareVersion', 'SoftwarePublisher'],
    columns: { softwareName: 'title', softwareVersion: 'version', SoftwarePublisher: 'vendor', AssetName: 'host', Computer: 'host', Installdate: 'installedOn', installDate: 'installedOn', Username: 'userName', Total: 'devices', Count: 'devices' },
  },
];
