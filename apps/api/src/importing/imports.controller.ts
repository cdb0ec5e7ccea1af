// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { Controller, Post, Query, Req } from '@nestjs/common';
import { ReceiveUpload } from './receive-upload.use-case.js';

/** Where files come in; what to do with them is said by the mutation `startImport`. */
@Controller('imports')
export class ImportsController {
  constructor(private readonly receiveUpload: ReceiveUpload) {}

  @Post()
  async receive(@Req() request: { body: Readable }, @Query('fileName') fileName: string | undefined): Promise<{ uploadId: string; bytes: number; sha256: string }> {
    const { upload, bytes } = await this.receiveUpload.execute(request.body, basename(fileName?.trim() || 'upload').slice(0, 255));
    return { uploadId: upload.id, bytes, sha256: upload.sha256 };
  }
}
