// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ToolTable } from '../../table/tool-table.js';

/**
 * Views of Microsoft Configuration Manager (SCCM, MECM) on installed software. Export: a query on `v_GS_ADD_REMOVE_PROGRAMS`, `v_Add_Remove_Programs` or
 * `v_GS_INSTALLED_SOFTWARE` joined with `v_R_System`, saved as CSV.
 *
 * @source Microsoft, "Hardware inventory views in Configuration Manager"
 */
const FIELDS = {
  DisplayName0: 'title', ARPDisplayName0: 'title', ProductName0: 'title', FamilyName0: 'title', Version0: 'version', ProductVersion0: 'version', Publisher0: 'vendor', CompanyName: 'vendor', InstallDate0: 'installedOn',
  Netbios_Name0: 'host', Name0: 'host', MachineName0: 'host', ResourceNames0: 'host', User_Name0: 'userName', UserName0: 'userName', TopConsoleUser0: 'userName',
} as const;

export const SCCM_TABLES: readonly ToolTable[] = ['DisplayName0', 'ARPDisplayName0', 'ProductName0'].map((title) => ({ format: 'sccm', required: [title], columns: FIELDS }));
