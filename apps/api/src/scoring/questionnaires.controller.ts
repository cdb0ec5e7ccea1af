// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import writeExcelFile from 'write-excel-file/node';
import { guarded } from '#kernel';
import { sheetCsv } from '#scoring';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { languageOf } from '../platform/graphql/request-context.js';
import { RouteNeeds } from '../platform/permissions/needs.js';
import { TABLE_TYPES } from '../platform/web/table-file.js';
import { HandOutQuestionnaire } from './hand-out-questionnaire.queries.js';

/** Widths of the columns in characters, in the order of the sheet. */
const WIDTHS = [24, 28, 18, 24, 28, 22, 70, 40, 22, 22, 30, 14, 14];
const MOST_PRODUCTS = 2_000;

/** Where questionnaires go out as files: `/questionnaires/open.csv`, `/questionnaires/open.xlsx`; what comes back is uploaded by POST /imports and read by the mutation `importAssessments`. */
@Controller('questionnaires')
export class QuestionnairesController {
  constructor(
    private readonly handOut: HandOutQuestionnaire,
    private readonly texts: ProblemTexts,
  ) {}

  @RouteNeeds('scoring:read')
  @Get(':name')
  async file(@Param('name') name: string, @Query() query: Readonly<Record<string, string | string[] | undefined>>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    if (name !== 'open.csv' && name !== 'open.xlsx') return void reply.code(404).send(this.texts.routeBody({ code: 'SCORING.NOT_FOUND', what: 'Questionnaire', id: name }, language));
    const first = Number(query['first'] ?? 50);
    const rows = await this.handOut.rows({
      products: listOf(query['product']),
      archetypes: listOf(query['archetype']),
      first: Number.isInteger(first) && first >= 0 ? Math.min(first, MOST_PRODUCTS) : 50,
      language,
    });
    if (!rows.ok) return void reply.code(404).send(this.texts.routeBody(rows.problem, language));
    const isCsv = name.endsWith('.csv');
    const content = isCsv ? Buffer.from(sheetCsv(rows.value), 'utf8') : await workbookOf(rows.value);
    const file = language === 'de' ? 'fragebogen' : 'questionnaire';
    return void reply
      .header('content-type', isCsv ? TABLE_TYPES.csv : TABLE_TYPES.xlsx)
      .header('content-disposition', `attachment; filename="${file}.${isCsv ? 'csv' : 'xlsx'}"`)
      .send(content);
  }
}

async function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const [header, ...body] = rows;
  const cell = (value: string) => (value === '' ? null : { value: guarded(value), type: String, wrap: true, alignVertical: 'top' as const });
  const data = [header!.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...body.map((row) => row.map(cell))];
  return writeExcelFile(data, { sheet: 'Fragebogen', columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

function listOf(value: string | string[] | undefined): string[] {
  return (Array.isArray(value) ? value : [value ?? '']).flatMap((text) => text.split(',')).map((key) => key.trim()).filter((key) => key !== '');
}
