// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../../context.js';
import { ExitStatus } from '../../exit-status.js';
import { wrongUsage } from '../../failure.js';
import { word } from '../../i18n/words.js';
import { euro } from '../../output/figures.js';
import { printTable } from '../../output/table.js';
import { withServer } from '../../server/server.js';
import { serverDocument } from '../../server/server-document.js';

interface Contract {
  readonly number: string;
  readonly noticePeriodMonths: number | null;
  readonly costPerYearCents: number | null;
  readonly product: { readonly name: string } | null;
  readonly vendor: { readonly name: string } | null;
}

interface Warning {
  readonly warnOn: string;
  readonly daysBefore: number;
  readonly noticeBy: string;
  readonly endsOn: string;
  readonly contract: Contract;
}

const QUERY = serverDocument(`query ($after: String) { noticeWarnings(first: 500, after: $after, filter: { isDue: true }, orderBy: { field: NOTICE_BY }) {
  nodes { warnOn daysBefore noticeBy endsOn contract { number noticePeriodMonths costPerYearCents product { name } vendor { name } } } pageInfo { hasNextPage endCursor } } }`);

/** `show notices`: contracts whose last day for notice is at most 180 days away, the nearest first, each with the warning it is due for. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  if (words.length > 0) throw wrongUsage({ code: 'CLI.ARGUMENT_TOO_MANY', verb: 'show ' });
  const { json, language, output } = context;
  const notices = await withServer(context, async (server) => {
    const newest = new Map<string, Warning>();
    for (let after: string | null = null, more = true; more; ) {
      const { noticeWarnings: page }: { noticeWarnings: { nodes: Warning[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await server.ask(QUERY, { after });
      for (const warning of page.nodes) if (warning.daysBefore < (newest.get(warning.contract.number)?.daysBefore ?? Infinity)) newest.set(warning.contract.number, warning);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    return [...newest.values()];
  });
  if (json) {
    await output.json({ notices: notices.map(({ contract, ...dates }) => ({ contract: contract.number, product: contract.product?.name ?? null, vendor: contract.vendor?.name ?? null, costPerYearCents: contract.costPerYearCents, ...dates })) });
    return ExitStatus.DONE;
  }
  await printTable(
    output,
    [{ title: word('noticeBy', language) }, { title: word('warning', language) }, { title: word('contract', language) }, { title: word('product', language), wrapAt01: 0.3 }, { title: word('endsOn', language) }, { title: word('costPerYear', language), align: 'right' }],
    notices.map(({ contract, ...one }) => [one.noticeBy, `≤ ${one.daysBefore}`, contract.number, contract.product?.name ?? contract.vendor?.name ?? '–', one.endsOn, contract.costPerYearCents === null ? '–' : euro(contract.costPerYearCents, language)]),
  );
  return ExitStatus.DONE;
}
