// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { dateOfInstant, ok, type Problem, type Result } from '#kernel';
import { demoInventoryCsv, demoRegisterCsv, demoServerScanCsv, generateDemoCity } from '../../../../database/demo/src/index.js';
import { AuditTrail, SYSTEM_ACTOR_ID } from '../access/index.js';
import type { Catalogue } from '../catalogue/index.js';
import { ReceiveUpload } from '../importing/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { AdministrationRepository } from './administration.repository.js';
import { RunImport } from './run-import.use-case.js';

/** Fills an empty database with the invented city: what it knows about itself, and its inventories, which come in as files like anybody's. */
@Injectable()
export class FillDemo {
  constructor(
    private readonly transactions: Transactions,
    private readonly administration: AdministrationRepository,
    private readonly uploads: ReceiveUpload,
    private readonly runImport: RunImport,
    private readonly audit: AuditTrail,
  ) {}

  async isWanted(): Promise<boolean> {
    const answer = await this.transactions.run<boolean, never>(async () => ok(await this.administration.isEmpty()));
    return answer.ok && answer.value;
  }

  async execute(catalogue: Catalogue, size: 'city' | 'large', seed: number, now: Date, told: (step: string) => void): Promise<Result<{ readonly name: string }, Problem>> {
    const vendors = new Map(catalogue.vendors.map((vendor) => [vendor.id, vendor.name]));
    const products = catalogue.products.map((product) => ({ ...product, vendorName: vendors.get(product.vendor) ?? '', alternatives: product.alternatives.map((one) => one.product) }));
    const city = generateDemoCity({ seed, size, catalogue: products, today: dateOfInstant(now) });
    const written = await this.transactions.run<{ name: string }, Problem>(async () => {
      await this.administration.write(city);
      await this.audit.record({ actorId: SYSTEM_ACTOR_ID, operation: 'fillDemo', entity: 'Administration', entityId: city.name, after: { seed, size } });
      return ok({ name: city.name });
    });
    if (!written.ok) return written;
    const files = [
      ['Clientmanagement', 'clientmanagement.csv', demoInventoryCsv(city)],
      ['Serverscan', 'serverscan.csv', demoServerScanCsv(city)],
      ['Anwendungsregister', 'anwendungsregister.csv', demoRegisterCsv(city)],
    ] as const;
    for (const [source, fileName, chunks] of files) {
      told(source);
      const { upload } = await this.uploads.execute(Readable.from(encoded(chunks)), fileName);
      const payload = { upload, source, format: null, mapping: {}, dryRun: false };
      const done = await this.runImport.execute({ jobId: null as never, payload, actorId: SYSTEM_ACTOR_ID, signal: new AbortController().signal, progress: () => undefined });
      if (!done.ok) return done;
    }
    return written;
  }
}

function* encoded(chunks: Iterable<string>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk, 'utf8');
}
