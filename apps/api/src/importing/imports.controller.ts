// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { languageOf } from '../platform/graphql/request-context.js';
import { RouteNeeds } from '../platform/permissions/needs.js';
import { ReceiveUpload } from './receive-upload.use-case.js';

/** What HTTP calls the problems of an upload. */
const STATUS: Readonly<Record<string, number>> = { 'IMPORTING.UPLOAD_TOO_LARGE': 413, 'IMPORTING.UPLOAD_CUT': 400, 'PLATFORM.DISK_FULL': 507 };

/** Where files come in; what to do with them is said by the mutation `startImport`. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly receiveUpload: ReceiveUpload,
    private readonly texts: ProblemTexts,
  ) {}

  @RouteNeeds('files:write')
  @Post()
  async receive(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query('fileName') fileName: string | string[] | undefined): Promise<unknown> {
    const name = basename([fileName].flat()[0]?.trim() || 'upload').replaceAll('\0', '').slice(0, 255) || 'upload';
    const length = request.headers['content-length'];
    const body = request.body instanceof Readable ? request.body : Readable.from([]);
    const received = await this.receiveUpload.execute(body, name, length === undefined ? null : Number(length));
    if (received.ok) return { uploadId: received.value.upload.id, bytes: received.value.bytes, sha256: received.value.upload.sha256 };
    const { problem } = received;
    void reply.status(STATUS[problem.code] ?? 400).header('connection', 'close'); // what is still on its way is not wanted
    return this.texts.routeBody(problem, languageOf(request));
  }
}
