// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Upload } from './import-summary.js';

/** Files that were handed in. */
@Injectable()
export class UploadRepository {
  constructor(private readonly source: DataSource) {}

  async add(upload: Upload, bytes: number): Promise<void> {
    await this.source.query("INSERT INTO upload (id, file_name, bytes, sha256) VALUES ($1, $2, $3, decode($4, 'hex'))", [upload.id, upload.fileName, bytes, upload.sha256]);
  }

  async remove(id: string): Promise<void> {
    await this.source.query('DELETE FROM upload WHERE id = $1', [id]);
  }

  /** Forgets files that came in before; what is not a file of ours any more is no use. */
  async removeOlderThan(milliseconds: number): Promise<void> {
    await this.source.query("DELETE FROM upload WHERE uploaded_at < now() - $1 * INTERVAL '1 millisecond'", [milliseconds]);
  }

  async find(id: string): Promise<Upload | null> {
    if (!/^[0-9a-f-]{36}$/.test(id)) return null;
    const [row] = await this.source.query(`SELECT id, file_name AS "fileName", encode(sha256, 'hex') AS sha256 FROM upload WHERE id = $1`, [id]);
    return (row as Upload | undefined) ?? null;
  }
}
