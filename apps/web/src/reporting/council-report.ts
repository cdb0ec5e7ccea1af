// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Formats } from '../i18n/formats.js';
import type { CouncilTexts } from '../i18n/de/council.js';
import type { PrinciplesTexts } from '../i18n/de/principles.js';

export const STATES = ['complies', 'planned', 'exempt', 'weighed', 'open'] as const;
export type State = (typeof STATES)[number];

/** Everything that the council's report shows; nothing else is public. */
export interface CouncilFigures {
  readonly complianceSummary: Readonly<Record<State, number>>;
  readonly publicationShare: { readonly published: number; readonly total: number; readonly share01: number | null };
  readonly migrations: { readonly totalCount: number; readonly nodes: readonly CouncilMigration[] };
}

export interface CouncilMigration {
  readonly id: string;
  readonly status: keyof CouncilTexts['statuses'];
  readonly isLate: boolean;
  readonly plannedStartsOn: string;
  readonly plannedEndsOn: string;
  readonly product: { readonly name: string };
  readonly alternative: { readonly name: string };
}

export const productsInUse = ({ complianceSummary }: CouncilFigures): number => STATES.reduce((sum, state) => sum + complianceSummary[state], 0);

/** What could be read as markup stands as it is written. */
const plain = (text: string) => text.replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The report as Markdown, with the same figures and words as on the screen. */
export function councilMarkdown(figures: CouncilFigures, t: CouncilTexts, { words }: PrinciplesTexts, { count, share, day }: Formats, today: string): string {
  const all = productsInUse(figures);
  const { published, total, share01 } = figures.publicationShare;
  return [
    `# ${t.title}`,
    t.asOf(day(today)),
    t.lead,
    `## ${t.standing} (M1)`,
    t.standingSum(all, count(all)),
    [row([t.state, t.count, t.share]), row(['---', '---:', '---:']), ...STATES.map((state) => row([t[state], count(figures.complianceSummary[state]), all === 0 ? '–' : share(figures.complianceSummary[state] / all)]))].join('\n'),
    `## ${t.published} (M2)`,
    total === 0 ? t.noOwn : t.publishedOf(count(published), count(total), share(share01)),
    `## ${t.migrations} (M7)`,
    figures.migrations.nodes.length === 0
      ? t.noMigrations
      : [t.migrationsSum(figures.migrations.totalCount, count(figures.migrations.totalCount), figures.migrations.nodes.length, count(figures.migrations.nodes.length)), '', row([t.from, t.to, t.status, t.begins, t.ends]), row(['---', '---', '---', '---', '---']), ...figures.migrations.nodes.map((move) => row([plain(move.product.name), plain(move.alternative.name), move.isLate ? `${t.statuses[move.status]} (${t.late})` : t.statuses[move.status], day(move.plannedStartsOn), day(move.plannedEndsOn)]))].join('\n'),
    `## ${t.principles}`,
    Object.entries(words)
      .map(([id, said]) => `- **${id}** ${said}`)
      .join('\n'),
    '',
  ].join('\n\n');
}
