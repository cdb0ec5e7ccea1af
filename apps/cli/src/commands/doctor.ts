// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pc from 'picocolors';
import { ExitStatus } from '../exit-status.js';
import type { CommandContext, DescribedProblem } from '../context.js';
import { word } from '../i18n/words.js';
import { problemLine } from '../output/print-problem.js';
import { operate } from '../server/operate.js';

interface Examination {
  readonly healthy: boolean;
  readonly checks: readonly { readonly check: string; readonly problem: DescribedProblem | null; readonly warning?: DescribedProblem; readonly facts: Readonly<Record<string, unknown>> }[];
}

/** `doctor`: looks at configuration, versions, schema, stored data, job queue and disk. */
export async function run(_words: readonly string[], _options: object, context: CommandContext): Promise<ExitStatus> {
  const examination = await operate<Examination>(['doctor'], context);
  if (context.json) await context.output.json(examination);
  else {
    for (const { check, problem, warning } of examination.checks) {
      const mark = problem ? pc.red('✗') : warning ? pc.yellow('!') : pc.green('✓');
      const said = problem ?? warning;
      await context.output.line(`${mark} ${check}${said ? `: ${problemLine(said)}` : ''}`);
    }
    await context.output.line(word(examination.healthy ? 'healthy' : 'unhealthy', context.language));
  }
  return examination.healthy ? ExitStatus.DONE : ExitStatus.CHECK_NEGATIVE;
}
