// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Writable } from 'node:stream';

/** Standard output for answers, standard error for everything else; both wait where the reader is slow. */
export class Output {
  constructor(
    private readonly answers: Writable,
    private readonly messages: Writable,
    /** Columns of the terminal; 100 where there is none. */
    readonly width: number = 100,
  ) {}

  /** One JSON document on a line of its own. */
  async json(document: unknown): Promise<void> {
    await write(this.answers, `${JSON.stringify(document)}\n`);
  }

  /** A line of an answer for people; control characters that would steer the terminal are taken out. */
  async line(text = ''): Promise<void> {
    await write(this.answers, `${harmless(text)}\n`);
  }

  /** Text that is already JSON lines, many at once. */
  async raw(text: string): Promise<void> {
    await write(this.answers, text);
  }

  /** A line that is no answer: a hint, a problem, what is going on. */
  async message(text: string): Promise<void> {
    await write(this.messages, `${harmless(text)}\n`);
  }

  /** Resolves when all was handed on to the reader. */
  async flush(): Promise<void> {
    await Promise.all([this.answers, this.messages].map((stream) => new Promise<void>((done) => void stream.write('', () => done()))));
  }
}

async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || stream.write(text)) return;
  await new Promise<void>((done) => {
    const end = (): void => {
      stream.off('drain', end).off('close', end);
      done();
    };
    stream.once('drain', end).once('close', end);
  });
}

/** Names in inventories may hold escape sequences; colours of our own are kept. */
function harmless(text: string): string {
  return text.replace(/\u001b(?!\[\d{1,2}(?:;\d{1,2})*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g, '�');
}
