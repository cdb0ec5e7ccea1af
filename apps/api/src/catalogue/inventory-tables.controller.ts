// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ok, unwrap, type Language, type Table } from '#kernel';
import { Transactions } from '../platform/database/transactions.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { languageOf } from '../platform/graphql/request-context.js';
import { RouteNeeds } from '../platform/permissions/needs.js';
import { TABLE_FORMATS, TABLE_TYPES, writeTables, type TableFormat } from '../platform/web/table-file.js';
import { ComputeLicensePositions } from './compute-license-positions.use-case.js';
import { InventoryTablesRepository } from './inventory-tables.repository.js';
import { balanceTable, inventoryTable } from './inventory-tables.js';

/** Where the inventory goes out as a table: `/inventory/products.csv`, and what was bought against what is used: `/inventory/seat-balance.xlsx`. */
@Controller('inventory')
export class InventoryTablesController {
  constructor(
    private readonly transactions: Transactions,
    private readonly inventory: InventoryTablesRepository,
    private readonly positions: ComputeLicensePositions,
    private readonly texts: ProblemTexts,
  ) {}

  @RouteNeeds('catalogue:read')
  @Get('products.:format')
  async products(@Param('format') format: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send('products', format, request, reply, async (language) => inventoryTable(unwrap(await this.transactions.run(async () => ok(await this.inventory.products()))), language));
  }

  @RouteNeeds('contracts:read')
  @Get('seat-balance.:format')
  async seatBalance(@Param('format') format: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.send('seat-balance', format, request, reply, async (language) => balanceTable(await this.positions.execute({}, null), language));
  }

  private async send(name: string, format: string, request: FastifyRequest, reply: FastifyReply, table: (language: Language) => Promise<Table>): Promise<void> {
    const language = languageOf(request);
    if (!TABLE_FORMATS.includes(format as TableFormat)) {
      const problem = { code: 'CATALOGUE.NO_SUCH_FILE', name: `${name}.${format}`.slice(0, 100), allowed: TABLE_FORMATS.map((one) => `${name}.${one}`).join(', ') };
      return void reply.code(404).send(this.texts.routeBody(problem, language));
    }
    return void reply.header('content-type', TABLE_TYPES[format as TableFormat]).header('content-disposition', `attachment; filename="${name}.${format}"`).send(await writeTables([await table(language)], format as TableFormat));
  }
}
