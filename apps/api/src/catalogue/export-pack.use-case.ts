// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { packDigestText, parsePack, writePack, type CatalogueEntries, type PackHeader } from '#catalogue';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { CatalogueLayerRepository } from './catalogue-layer.repository.js';

/** What whoever shares says of the pack; the rest of its header is found out. */
export type PackRequest = Pick<PackHeader, 'name' | 'publisher' | 'version' | 'license' | 'url'>;

/** Puts what the administration knows beyond the shared base – files it loaded, own entries, overrides with their reasons – into one file for others. */
@Injectable()
export class ExportPack {
  constructor(
    private readonly transactions: Transactions,
    private readonly layers: CatalogueLayerRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute(request: PackRequest, { actorId, requestId }: { readonly actorId: number; readonly requestId?: string }): Promise<Result<{ readonly text: string; readonly sha256: string }, Problem[]>> {
    return this.transactions.run<{ text: string; sha256: string }, Problem[]>(async () => {
      const layers = (await this.layers.layers()).filter(({ kind }) => kind === 'FILE' || kind === 'OWN');
      const all = <List extends keyof CatalogueEntries>(list: List): CatalogueEntries[List] => [...new Map(layers.flatMap((layer) => [...layer[list]]).map((entry) => [entry.id, entry])).values()] as unknown as CatalogueEntries[List];
      const content = { vendors: all('vendors'), categories: all('categories'), products: all('products'), statements: layers.flatMap(({ statements }) => statements) };
      if (Object.values(content).every((list) => list.length === 0)) return err([{ code: 'CATALOGUE.NOTHING_TO_SHARE' }]);
      const sha256 = digest(packDigestText(content));
      const text = writePack({ header: { ...request, publishedOn: dateOfInstant(new Date()), sha256 }, ...content });
      const readBack = parsePack(text, 'pack', digest);
      if (!readBack.ok) return err(readBack.problem.map(({ file: _file, line: _line, column: _column, ...problem }) => problem));
      await this.audit.record({ actorId, operation: 'exportCataloguePack', entity: 'Catalogue', entityId: request.name, after: { ...request, sha256 }, requestId });
      return ok({ text, sha256 });
    });
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
