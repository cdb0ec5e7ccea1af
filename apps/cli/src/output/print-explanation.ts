// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pc from 'picocolors';
import type { CommandContext } from '../context.js';
import type { Explanation } from '../server/read-explanation.js';

/** Prints a candidate from its rank down to every input, source, date and the words of the resolution. */
export async function printExplanation(explanation: Explanation, { output }: Pick<CommandContext, 'output'>): Promise<void> {
  const { product, alternative, rank, axes, gates, criteria, economics, robustness, urgency, expired } = explanation;
  const lines = async (indent: number, texts: readonly string[]) => {
    for (const text of texts) await output.line(`${' '.repeat(indent)}${text}`);
  };
  await output.line(pc.bold(`${product} → ${alternative}`));
  await output.line(rank);
  await lines(0, robustness);
  for (const { axis, sentence } of axes) {
    await output.line(`\n${pc.bold(sentence)}`);
    const own = axis === 'GOAL' ? gates : [];
    for (const gate of own) {
      await lines(2, [gate.sentence]);
      await lines(4, [...gate.facts, ...gate.principles]);
    }
    for (const criterion of criteria.filter((one) => one.axis === axis)) {
      await lines(2, [criterion.sentence]);
      await lines(4, [...criterion.parts, ...criterion.scales, ...criterion.facts, ...criterion.principles].map((text) => (criterion.scales.includes(text) || criterion.principles.includes(text) ? pc.dim(text) : text)));
    }
  }
  await output.line(`\n${pc.bold(economics.sentence)}`);
  await lines(2, economics.inputs);
  await lines(4, economics.assumptions.map((text) => pc.dim(text)));
  if (urgency.length > 0) await output.line('');
  await lines(0, urgency);
  if (expired.length > 0) await output.line('');
  await lines(0, expired);
}
