// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { SingleBar } from 'cli-progress';
import type { CommandContext } from '../context.js';

/** How far long work has come, on standard error: a bar in a terminal, else one line per step; silent for machines. */
export class ProgressBar {
  private bar: SingleBar | null = null;
  private step = '';

  constructor(
    private readonly context: Pick<CommandContext, 'json' | 'output'>,
    private readonly isTerminal: boolean = process.stderr.isTTY === true,
  ) {}

  /** @param total 0 or null where it is not known: the bar then only names the step; `detail` is only for the bar */
  async show(step: string, done: number, total: number | null, detail = ''): Promise<void> {
    if (this.isTerminal) this.draw(`${step} ${detail}`.trim(), done, total);
    else if (step !== this.step && step !== '' && !this.context.json) await this.context.output.message(step);
    this.step = step;
  }

  end(): void {
    this.bar?.stop();
    this.bar = null;
  }

  private draw(step: string, done: number, total: number | null): void {
    this.bar ??= this.started();
    this.bar.setTotal(Math.max(1, total ?? 0));
    this.bar.update(total === null || total === 0 ? 0 : Math.min(done, total), { step });
  }

  private started(): SingleBar {
    const bar = new SingleBar({ format: '{bar} {percentage} %  {step}', stream: process.stderr, hideCursor: true, clearOnComplete: true, barsize: 30, barCompleteChar: '█', barIncompleteChar: '░' });
    bar.start(1, 0, { step: '' });
    return bar;
  }
}
