// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const PROGRAM = resolve('dist/apps/cli/src/main.js');
const page = readFileSync(new URL('../../docs/guide/licensing.md', import.meta.url), 'utf8');

/** A fenced block of the page with the name of the file it is, where a line before says so. */
interface Block {
  readonly file: string | undefined;
  readonly language: string;
  readonly text: string;
}
const blocks = [...page.matchAll(/(?:File `([^`]+)`:\n\n)?```(\w+)\n([\s\S]*?)```/g)].map(([, file, language, text]): Block => ({ file, language: language!, text: text! }));

let folder = '';
let program: RunningProgram;
let url = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-guide-'));
  program = await runProgram();
  url = `http://127.0.0.1:${(program.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command line of the page as a person would, in one folder with the files of the page. */
async function type(line: string): Promise<{ status: number | null; out: string; err: string }> {
  const words = [...line.replace(/^\$ npx fahrplan /, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: folder, env: { ...process.env, FAHRPLAN_URL: url, FAHRPLAN_DATA: program.dataFolder, LC_ALL: 'C', NO_COLOR: '1' } });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

/** What is shown, as a pattern: `…` on a line of its own stands for any lines, within a line for anything on it. */
function patternOf(shown: readonly string[]): RegExp {
  const lines = shown.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ ?…/g, '.*').replace(/ +/g, ' +')} *\\n+`));
  return new RegExp(`^${lines.join('')}$`);
}

const commandsOf = ({ text }: Block) => text.split(/^(?=\$ )/m).map((part) => part.trimEnd().split('\n'));

describe('the page that walks procurement through a quote', () => {
  it('holds the files, commands and questions it speaks of', () => {
    expect(blocks.filter(({ file }) => file !== undefined)).toHaveLength(5);
    expect(blocks.filter(({ language }) => language === 'console').flatMap(commandsOf).length).toBeGreaterThanOrEqual(16);
    expect(blocks.filter(({ language }) => language === 'graphql')).toHaveLength(3);
  });

  it('is answered by the program as it says, from the first line to the last', async () => {
    for (const block of blocks) {
      if (block.file !== undefined) await writeFile(join(folder, block.file), block.text);
      else if (block.language === 'graphql') {
        const [answer] = Object.values(await program.data<Record<string, { code?: string }>>(block.text));
        expect([block.text, answer?.code]).toEqual([block.text, undefined]);
      } else if (block.language === 'console') {
        for (const [command = '', ...shown] of commandsOf(block)) {
          const { status, out, err } = await type(command);
          expect([command, [0, 5].includes(status ?? -1), status === 0 || status === 5 ? '' : err]).toEqual([command, true, '']);
          expect(`${command}\n${out}`).toMatch(new RegExp(`^.*\\n${patternOf(shown).source.slice(1)}`));
        }
      }
    }
  }, 120_000);
});
