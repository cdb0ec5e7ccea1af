// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseFinding } from '#licensing';
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import type { SbomAnswer } from '../sbom/answer.js';
import { problemLine } from './print-problem.js';
import { printTable } from './table.js';

/** One bill of materials for people: findings that ask for something, rejected ones first; the approved ones are only counted. */
export async function printSbom(answer: SbomAnswer, open: readonly LicenseFinding[], { language, output }: CommandContext): Promise<void> {
  if (answer.problem !== null) return output.message(`✗ ${problemLine(answer.problem)}`);
  await output.line(`${answer.file}: ${answer.format} ${answer.specVersion}, ${answer.components} ${word('components', language)} → ${word(answer.verdict ?? '–', language)}`);
  for (const deviation of answer.deviations) await output.line(`! ${word('warning', language)}: ${problemLine({ ...deviation, file: undefined })}`);
  if (open.length > 0) {
    await printTable(
      output,
      [{ title: word('component', language), wrapAt01: 0.25 }, { title: word('version', language), wrapAt01: 0.12 }, { title: word('license', language), wrapAt01: 0.18 }, { title: word('verdict', language) }, { title: word('reason', language), wrapAt01: 0.35 }],
      open.map((finding) => [finding.component, finding.version ?? '', finding.license ?? '–', word(finding.verdict, language), finding.note === null ? finding.reason : `${finding.reason} ${finding.note}`]),
    );
    const more = answer.counts.REJECTED + answer.counts.REVIEW - open.length;
    if (more > 0) await output.line(`… ${more} ${word('more', language)} (--json)`);
  }
  await output.line();
}
