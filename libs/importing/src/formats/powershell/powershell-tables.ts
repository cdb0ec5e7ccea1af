// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ToolTable } from '../../table/tool-table.js';

/**
 * What PowerShell lists of a Windows machine. Export: `Get-ItemProperty HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\* | Export-Csv FILE`,
 * `Get-Package | Export-Csv FILE`, `Get-CimInstance Win32_Product | Export-Csv FILE`; with `Invoke-Command` the machine is in `PSComputerName`.
 *
 * @source Microsoft, "Uninstall registry key"; PackageManagement, SoftwareIdentity; Win32_Product
 */
export const POWERSHELL_TABLES: readonly ToolTable[] = [
  {
    format: 'powershell',
    required: ['DisplayName', 'DisplayVersion'],
    columns: { DisplayName: 'title', DisplayVersion: 'version', Publisher: 'vendor', InstallDate: 'installedOn', PSComputerName: 'host', ComputerName: 'host', Computer: 'host', Hostname: 'host', MachineName: 'host', SystemName: 'host' },
    // keys without a name are parts of others: they stand in the registry, and in no list of programs
    mayBeUntitled: true,
  },
  {
    format: 'powershell',
    required: ['Name', 'Version', 'ProviderName'],
    columns: { Name: 'title', Version: 'version', PSComputerName: 'host', ComputerName: 'host' },
  },
  {
    format: 'powershell',
    required: ['IdentifyingNumber', 'Name', 'Version'],
    columns: { Name: 'title', Version: 'version', Vendor: 'vendor', InstallDate: 'installedOn', PSComputerName: 'host', Node: 'host', ComputerName: 'host' },
  },
];
