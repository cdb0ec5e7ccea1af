// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { JsonSplitter, type JsonValue, type ValuePlan } from '../../json/splitter.js';
import { plainDetection } from '../../plain-detection.js';
import type { ReadOptions, ReadingEvent } from '../../reading.js';
import { recordOfTitle, type InventoryRecord } from '../../record.js';
import { Tally } from '../../tally.js';
import { textValue } from '../../text-value.js';
import { isRow } from '../json/json-rows.js';
import { isInstalled, opsiVersion } from './opsi-tables.js';

/** Products of a depot that are kept for their names; no depot has so many. */
const MOST_PRODUCTS = 100_000;

function planOf(pattern: string): ValuePlan {
  if (pattern === '' || /^[^.[\]]+$/.test(pattern)) return 'open';
  return /^[^.[\]]*\[\]$/.test(pattern) ? 'take' : 'skip';
}

/**
 * Reads what opsi's interface answers: products on clients, products of a depot, software that clients reported; as a list, or lists below names (`result`, `product`, `productOnClient`).
 *
 * Products on clients are installations; a product that comes before them lends its name to its id. A file of nothing but products is a register. Export:
 * `opsi-cli jsonrpc execute productOnClient_getObjects '[]' '{"installationStatus":"installed"}'`.
 *
 * @source opsi manual 4.3, data structures Product, ProductOnClient, AuditSoftwareOnClient
 */
export async function* readOpsiJson(source: PeekedSource, encoding: DetectedEncoding, options: ReadOptions): AsyncGenerator<ReadingEvent> {
  const tally = new Tally(options.fileName, options.batchSize);
  const products = new Map<string, InventoryRecord>();
  let hasClients = /"clientId"/.test(new TextDecoder().decode(source.head));
  const isRegister = !hasClients;
  const take = ({ value, path, line }: JsonValue): void => {
    if (!isRow(value)) return;
    const text = (name: string): string | null => textValue(value[name]);
    const client = text('clientId');
    const status = text('installationStatus') ?? '';
    const version = opsiVersion(text('productVersion'), text('packageVersion'));
    const id = text('productId') ?? (client === null ? text('id') : null);
    if (client !== null && id !== null) {
      hasClients = true;
      const known = products.get(id);
      if (isInstalled(status) && !/^netboot/i.test(text('productType') ?? '')) tally.accept({ ...recordOfTitle(known?.title ?? id, { path, line }), vendor: known?.vendor ?? null, version, host: client });
    } else if (client !== null && text('name') !== null) {
      hasClients = true;
      if (text('state') !== '0') tally.accept({ ...recordOfTitle(text('windowsDisplayName') ?? (text('name') as string), { path, line }), version: text('windowsDisplayVersion') ?? text('version'), host: client });
    } else if (id !== null) {
      if (products.size < MOST_PRODUCTS && !/^netboot/i.test(text('type') ?? '')) products.set(id, { ...recordOfTitle(text('name') ?? id, { path, line }), version });
    } else tally.reject({ code: 'IMPORTING.TITLE_MISSING', path, line });
  };
  const splitter = new JsonSplitter(planOf, (value) => {
    if (value.pattern.endsWith('[]')) take(value);
  });
  yield { kind: 'detected', detection: plainDetection('opsi', encoding.encoding, isRegister) };
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
    if (tally.isFull) yield tally.batch(source.bytesRead());
  }
  splitter.end();
  if (splitter.problem === null && !hasClients) for (const product of products.values()) tally.accept(product);
  if (splitter.problem !== null || tally.hasSeenNothing) {
    yield { kind: 'refused', problem: { ...(splitter.problem ?? { code: 'IMPORTING.NO_ROWS', columns: [] }), file: options.fileName } };
    return;
  }
  if (!tally.isEmpty) yield tally.batch(source.bytesRead());
  yield { kind: 'end', totals: tally.totals(source.bytesRead()) };
}
