// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { word } from '../i18n/words.js';
import { percent } from '../output/figures.js';
import { printTable } from '../output/table.js';
import { findProduct } from '../server/find-product.js';
import { withServer } from '../server/server.js';

interface Product {
  readonly name: string;
  readonly noneKnownOn: string | null;
  readonly alternatives: readonly {
    readonly product: { readonly name: string; readonly license: { readonly expression: string } | null };
    readonly kind: string;
    readonly coverage01: number | null;
    readonly verified: boolean;
    readonly evidence: readonly { readonly url?: string; readonly note?: string }[];
  }[];
}

const FIELDS = 'name noneKnownOn alternatives { kind coverage01 verified evidence product { name license { expression } } }';

/** `alternatives NAME`: what can replace a product, the best first; that nobody knows one is an answer too. */
export async function run(words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const { language, output } = context;
  const product = await withServer(context, (server) => findProduct<Product>(words.join(' '), FIELDS, server, language));
  const alternatives = product.alternatives.map(({ product: other, kind, coverage01, evidence, verified }) => ({ name: other.name, license: other.license?.expression ?? null, kind, coverage01, evidence, verified }));
  if (context.json) {
    await output.json({ product: product.name, alternatives, noneKnownOn: product.noneKnownOn });
    return ExitStatus.DONE;
  }
  await output.line(`${product.name}${alternatives.length > 0 ? '' : `: ${word('noAlternative', language)}${product.noneKnownOn === null ? '' : ` (${product.noneKnownOn})`}`}`);
  if (alternatives.length === 0) return ExitStatus.DONE;
  await printTable(
    output,
    [{ title: word('alternative', language) }, { title: word('license', language) }, { title: word('kind', language) }, { title: word('coverage', language), align: 'right' }, { title: word('evidence', language), wrapAt01: 0.5 }],
    alternatives.map((one) => [one.name, one.license ?? '–', word(one.kind, language), percent(one.coverage01, language), one.evidence.map((source) => source.url ?? source.note ?? '').join('\n')]),
  );
  return ExitStatus.DONE;
}
