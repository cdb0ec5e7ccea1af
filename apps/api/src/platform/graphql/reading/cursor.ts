// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Order } from './read-type.js';

/** A place in an ordered list: the value of the order there, and the row's id. */
export interface Cursor {
  readonly order: string;
  readonly value: string;
  readonly id: string;
}

/** SQL that writes the cursor of a row. */
export function cursorSql(orderName: string, order: Pick<Order, 'sql'>, row: string, rowId: string): string {
  const json = `json_build_array('${orderName}', (${order.sql(row)})::text, (${rowId})::text)::text`;
  return `translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

/** Reads a cursor back; null where it is none of ours. */
export function readCursor(text: unknown): Cursor | null {
  if (typeof text !== 'string' || text.length > 8_192) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 3 || parts.some((part) => typeof part !== 'string')) return null;
    return { order: parts[0], value: parts[1], id: parts[2] };
  } catch {
    return null;
  }
}
