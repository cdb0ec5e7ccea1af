// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryRecord } from '../../record.js';
import type { ToolTable } from '../../table/tool-table.js';

/** opsi knows a product on a client in these states; only one of them says that it is there. */
export function isInstalled(status: string): boolean {
  return status === '' || status.toLowerCase() === 'installed';
}

/** opsi counts the version of the product and that of its package: `115.0.2-3`. */
export function opsiVersion(productVersion: string | null, packageVersion: string | null): string | null {
  return productVersion === null || packageVersion === null || packageVersion === '' ? productVersion : `${productVersion}-${packageVersion}`;
}

const COLUMNS = { productName: 'title', name: 'title', productId: 'title', productVersion: 'version', clientId: 'host', objectId: 'host' } as const;

function adapt(record: InventoryRecord, cell: (name: string) => string): InventoryRecord | null {
  if (!isInstalled(cell('installationStatus')) || /^netboot/i.test(cell('productType'))) return null;
  return { ...record, version: opsiVersion(record.version, cell('packageVersion') || null) };
}

/**
 * Products of opsi as a table. Export: configed > Products > export as CSV, or `opsi-cli --output-format csv jsonrpc execute productOnClient_getObjects`.
 *
 * @source opsi manual 4.3, data structure ProductOnClient; SoftwareConfig of the software inventory
 */
export const OPSI_TABLES: readonly ToolTable[] = [
  { format: 'opsi', required: ['productId', 'clientId'], columns: COLUMNS, extra: ['installationStatus', 'packageVersion', 'productType'], adapt },
  { format: 'opsi', required: ['productId', 'productVersion', 'packageVersion'], columns: COLUMNS, extra: ['installationStatus', 'packageVersion', 'productType'], adapt },
  {
    format: 'opsi',
    required: ['clientId', 'name', 'version', 'subVersion'],
    columns: { windowsDisplayName: 'title', name: 'title', windowsDisplayVersion: 'version', version: 'version', clientId: 'host' },
    extra: ['state'],
    adapt: (record, cell) => (cell('state') === '0' ? null : record),
  },
];
