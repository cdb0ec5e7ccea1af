// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ToolTable } from '../table/tool-table.js';
import { INTUNE_TABLES } from './intune/intune-tables.js';
import { LANSWEEPER_TABLES } from './lansweeper/lansweeper-tables.js';
import { OPSI_TABLES } from './opsi/opsi-tables.js';
import { OSQUERY_TABLES } from './osquery/osquery-tables.js';
import { POWERSHELL_TABLES } from './powershell/powershell-tables.js';
import { SCCM_TABLES } from './sccm/sccm-tables.js';

/** Tables that are told by the tool that exports them, surer ones first. */
export const TOOL_TABLES: readonly ToolTable[] = [...INTUNE_TABLES, ...OPSI_TABLES, ...OSQUERY_TABLES, ...SCCM_TABLES, ...LANSWEEPER_TABLES, ...POWERSHELL_TABLES];
