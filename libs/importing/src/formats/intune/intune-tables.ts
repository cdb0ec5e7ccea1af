// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ToolTable } from '../../table/tool-table.js';

/**
 * Discovered apps of Microsoft Intune. Export: Apps > Monitor > Discovered apps > Export; or the reports `AppInvAggregate` (a count of devices per app) and
 * `AppInvRawData` (a row per app and device) of the export interface; or `detectedApps` of Microsoft Graph, in JSON.
 *
 * @source Microsoft Graph, "Intune reports and properties available using Graph API"
 */
export const INTUNE_TABLES: readonly ToolTable[] = [
  {
    format: 'intune',
    required: ['ApplicationName', 'DeviceName'],
    columns: { ApplicationName: 'title', ApplicationPublisher: 'vendor', ApplicationVersion: 'version', ApplicationShortVersion: 'version', DeviceName: 'host', UserName: 'userName', EmailAddress: 'userName' },
  },
  {
    format: 'intune',
    required: ['ApplicationName', 'DeviceCount'],
    columns: { ApplicationName: 'title', ApplicationPublisher: 'vendor', ApplicationVersion: 'version', ApplicationShortVersion: 'version', DeviceCount: 'devices' },
  },
  { format: 'intune', required: ['displayName', 'deviceCount'], columns: { displayName: 'title', publisher: 'vendor', version: 'version', deviceCount: 'devices' } },
];
