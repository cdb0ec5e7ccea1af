// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { languageOf } from '../platform/graphql/request-context.js';
import { RouteNeeds } from '../platform/permissions/needs.js';
import { TABLE_TYPES } from '../platform/web/table-file.js';
import { PLAN_FORMATS, type PlanFormat } from './plan-file.js';
import { WritePlanFile } from './write-plan-file.queries.js';

const TYPES: Readonly<Record<PlanFormat, string>> = { ...TABLE_TYPES, ics: 'text/calendar; charset=utf-8' };
/** `newest.ics`, `in-force.xlsx`, `12.csv`. */
const FILE = new RegExp(`^(newest|in-force|[1-9][0-9]{0,8})\\.(${PLAN_FORMATS.join('|')})$`);

/** Where plans go out as files; the calendar can be subscribed to. */
@Controller('plans')
export class PlansController {
  constructor(
    private readonly write: WritePlanFile,
    private readonly texts: ProblemTexts,
  ) {}

  @RouteNeeds('planning:read')
  @Get(':name')
  async file(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    const [, choice, format] = FILE.exec(name) ?? [];
    const result = choice === undefined ? { ok: false as const, problem: { code: 'PLANNING.NOT_FOUND', what: 'Plan', id: name } } : await this.write.execute(choice === 'newest' || choice === 'in-force' ? choice : Number(choice), format as PlanFormat, language);
    if (!result.ok) return void reply.code(404).send(this.texts.routeBody(result.problem, language));
    return void reply.header('content-type', TYPES[format as PlanFormat]).header('content-disposition', `attachment; filename="plan-${choice}.${format}"`).send(result.value);
  }
}
