// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { percent } from '../output/figures.js';
import { printTable } from '../output/table.js';
import { findProduct, productDocuments } from '../server/find-product.js';
import { withServer } from '../server/server.js';

interface Evidence {
  readonly url?: string;
  readonly note?: string;
  readonly administration?: string;
}

interface Alternative {
  readonly product: { readonly name: string; readonly license: { readonly expression: string } | null; readonly support: readonly { readonly provider: string; readonly url: string }[] };
  readonly kind: string;
  readonly coverage01: number | null;
  readonly covers: readonly string[];
  readonly missing: readonly string[];
  readonly carriesOver: readonly string[];
  readonly verified: boolean;
  readonly evidence: readonly Evidence[];
  readonly notesDe: string | null;
  readonly notesEn: string | null;
}

interface Product {
  readonly name: string;
  readonly noneKnownOn: string | null;
  readonly alternatives: readonly Alternative[];
}

const PRODUCT = productDocuments('name noneKnownOn alternatives { kind coverage01 covers missing carriesOver verified evidence notesDe notesEn product { name support license { expression } } }');

/** `alternatives NAME`: what can replace a product, the best first; that nobody knows one is an answer too. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const { json, language, output } = context;
  const product = await withServer(context, (server) => findProduct<Product>(words.join(' '), PRODUCT, server, language));
  if (json) await output.json({ product: product.name, alternatives: product.alternatives.map((one) => shown(one, language)), noneKnownOn: product.noneKnownOn });
  else await print(product, context);
  return ExitStatus.DONE;
}

function shown({ product, notesDe, notesEn, ...alternative }: Alternative, language: Language) {
  return { name: product.name, license: product.license?.expression ?? null, ...alternative, notes: language === 'de' ? notesDe : notesEn, support: product.support };
}

async function print({ name, noneKnownOn, alternatives }: Product, { language, output }: CommandContext): Promise<void> {
  await output.line(`${name}${alternatives.length > 0 ? '' : `: ${word('noAlternative', language)}${noneKnownOn === null ? '' : ` (${noneKnownOn})`}`}`);
  if (alternatives.length === 0) return;
  const title = (key: string) => ({ title: word(key, language) });
  await printTable(
    output,
    [title('alternative'), title('license'), title('kind'), { ...title('coverage'), align: 'right' }, { ...title('carriesOver'), wrapAt01: 0.2 }, { ...title('evidence'), wrapAt01: 0.4 }],
    alternatives.map((one) => [one.product.name, one.product.license?.expression ?? '–', word(one.kind, language), percent(one.coverage01, language), one.carriesOver.join(', '), one.evidence.map(evidenceText).join('\n')]),
  );
  for (const one of alternatives) {
    const notes = language === 'de' ? one.notesDe : one.notesEn;
    if (notes !== null) await output.line(`  ${one.product.name}: ${notes}`);
  }
  const support = alternatives.filter(({ product }) => product.support.length > 0);
  if (support.length > 0) await output.line(`  ${word('support', language)}: ${support.map(({ product }) => `${product.name} – ${product.support.map(({ provider }) => provider).join(', ')}`).join('; ')}`);
}

/** Who did it where somebody is named, else where it is said. */
function evidenceText({ administration, note, url }: Evidence): string {
  return administration === undefined ? (url ?? note ?? '') : `${administration}${note === undefined ? '' : `: ${note}`}`;
}
