// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { dateOfInstant, ok, unwrap, type Problem, type Result } from '#kernel';
import { demoInventoryCsv, demoRegisterCsv, demoServerScanCsv, generateDemoCity } from '../../../../database/demo/src/index.js';
import { AuditTrail, SYSTEM_ACTOR_ID } from '../access/index.js';
import type { Catalogue } from '../catalogue/index.js';
import { NO_WISHES, ReceiveUpload, type ImportRequest } from '../importing/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { AdministrationRepository, type DemoStanding } from './administration.repository.js';
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

  /** How far the demo city has come: a start that was killed in between goes on where it was. */
  async standing(): Promise<DemoStanding> {
    return unwrap(await this.transactions.run(async () => ok(await this.administration.demoStanding())));
  }

  /** All of it in one transaction: a killed start leaves an empty database, not half a city. */
  async execute(catalogue: Catalogue, size: 'city' | 'large', seed: number, now: Date): Promise<Result<{ readonly name: string }, Problem>> {
    const vendors = new Map(catalogue.vendors.map((vendor) => [vendor.id, vendor.name]));
    const products = catalogue.products.map((product) => ({ ...product, vendorName: vendors.get(product.vendor) ?? '', alternatives: product.alternatives.map((one) => one.product) }));
    const city = generateDemoCity({ seed, size, catalogue: products, today: dateOfInstant(now) });
    const files = [
      ['Clientmanagement', 'clientmanagement.csv', demoInventoryCsv(city)],
      ['Serverscan', 'serverscan.csv', demoServerScanCsv(city)],
      ['Anwendungsregister', 'anwendungsregister.csv', demoRegisterCsv(city)],
    ] as const;
    const requests: ImportRequest[] = [];
    for (const [source, fileName, chunks] of files) {
      const received = await this.uploads.execute(Readable.from(encoded(chunks)), fileName);
      if (!received.ok) return received;
      requests.push({ ...NO_WISHES, upload: received.value.upload, source, dryRun: false });
    }
    const filled = await this.transactions.run<{ name: string }, Problem>(async () => {
      await this.administration.write(city);
      for (const payload of requests) {
        const done = await this.runImport.execute({ jobId: null, payload, actorId: SYSTEM_ACTOR_ID, signal: new AbortController().signal, progress: () => undefined });
        if (!done.ok) return done;
      }
      await this.audit.record({ actorId: SYSTEM_ACTOR_ID, operation: 'fillDemo', entity: 'Administration', entityId: city.name, after: { seed, size } });
      return ok({ name: city.name });
    });
    for (const { upload } of requests) await this.uploads.discard(upload.id);
    return filled;
  }
}

function* encoded(chunks: Iterable<string>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk, 'utf8');
}
