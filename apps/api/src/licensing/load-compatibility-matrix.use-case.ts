// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type Problem, type Result } from '#kernel';
import { parseOsadlMatrix, type CompatibilityMatrix } from '#licensing';
import { AuditTrail } from '../access/index.js';
import { ReadUploadedText } from '../importing/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { CompatibilityRepository } from './compatibility.repository.js';
import { holdsNul } from './holds-nul.js';
import { MatrixCopy } from './matrix-copy.js';

/** What loading came to. */
export interface MatrixLoaded {
  readonly matrixId: number;
  /** False where the same cells were loaded before. */
  readonly changed: boolean;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Takes a compatibility matrix that was handed in as the one that goes first from now on; all of it or nothing, and the same again changes nothing. */
@Injectable()
export class LoadCompatibilityMatrix {
  constructor(
    private readonly transactions: Transactions,
    private readonly texts: ReadUploadedText,
    private readonly matrices: CompatibilityRepository,
    private readonly audit: AuditTrail,
    private readonly copy: MatrixCopy,
  ) {}

  async execute(uploadId: string, actorId: number, requestId?: string): Promise<Result<MatrixLoaded, Problem>> {
    const file = await this.texts.execute(uploadId, MOST_BYTES);
    if (!file.ok) return file;
    const { fileName, text } = file.value;
    const parsed = parseOsadlMatrix(text);
    if (!parsed.ok) return err({ ...parsed.problem, file: fileName });
    if (holdsNul(parsed.value.licenses)) return err({ code: 'LICENSING.NOT_TEXT', file: fileName, path: 'licenses' });
    const sha256 = digestOf(parsed.value);
    const loaded = await this.transactions.run<MatrixLoaded, Problem>(async () => {
      await this.matrices.lock();
      const before = await this.matrices.newest();
      if (before?.sha256 === sha256) return ok({ matrixId: before.id, changed: false });
      const version = (before?.version ?? 0) + 1;
      const matrixId = await this.matrices.add(parsed.value, { version, fileName, sha256, actorId });
      await this.audit.record({ actorId, operation: 'loadCompatibilityMatrix', entity: 'CompatibilityMatrix', entityId: matrixId, before: before ?? undefined, after: { version, fileName, sha256 }, requestId });
      return ok({ matrixId, changed: true });
    });
    if (loaded.ok) await this.copy.renew();
    return loaded;
  }
}

/** The same for the same cells, in whichever form and order they came. */
function digestOf(matrix: CompatibilityMatrix): string {
  const cells = matrix.entries().map(({ outbound, inbound, cell }) => JSON.stringify([outbound, inbound, cell]));
  return createHash('sha256').update(cells.sort().join('\n')).digest('hex');
}
