// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dateOfInstant, err, ok, type Problem, type Result } from '#kernel';
import { printPubliccode, readPubliccode } from '#licensing';
import { Transactions } from '../platform/database/transactions.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { languageOf } from '../platform/graphql/request-context.js';
import { RouteNeeds } from '../platform/permissions/needs.js';
import { holdsNul } from './holds-nul.js';
import { OwnSoftwareRepository } from './own-software.repository.js';

/** Writes the `publiccode.yml` of own software; one that would not be valid is refused with all that is missing. */
@Controller('own-software')
export class OwnSoftwareController {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: OwnSoftwareRepository,
    private readonly texts: ProblemTexts,
  ) {}

  @RouteNeeds('licensing:read')
  @Get(':key/publiccode.yml')
  async publiccode(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const written = await this.write(key);
    if (written.ok) {
      await reply.header('content-type', 'application/yaml; charset=utf-8').header('content-disposition', 'attachment; filename="publiccode.yml"').send(written.value);
      return;
    }
    const language = languageOf(request);
    const problems = written.problem.map((problem) => this.texts.routeBody(problem, language).problem);
    await reply.status(problems[0]!.code.endsWith('.NOT_FOUND') ? 404 : 422).send({ problem: problems[0], problems });
  }

  private async write(key: string): Promise<Result<string, readonly Problem[]>> {
    const found = await this.transactions.run(async () => ok(holdsNul(key) ? null : await this.register.find(key)));
    const software = found.ok ? found.value : null;
    if (software === null) return err([{ code: 'LICENSING.NOT_FOUND', what: 'OwnSoftware', id: key, known: '–' }]);
    const text = printPubliccode(software.publiccode);
    const { valid, problems } = readPubliccode(new TextEncoder().encode(text), { today: dateOfInstant(new Date()) });
    // Lines are those of a file that is not handed out.
    return valid ? ok(text) : err(problems.filter(({ severity }) => severity === 'error').map(({ line: _line, column: _column, ...problem }) => problem as Problem));
  }
}
