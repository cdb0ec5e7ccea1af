// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { expect } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runProgram, type RunningProgram } from './running-program.js';

const PROGRAM = resolve('dist/apps/cli/src/main.js');

/** A fenced block of a page with the name of the file it is, where a line before says so. */
export interface GuideBlock {
  readonly file: string | undefined;
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
export function guideBlocks(page: string): readonly GuideBlock[] {
  return [...page.matchAll(/(?:File `([^`]+)`:\n\n)?```(\w+)\n([\s\S]*?)```/g)].map(([, file, language, text]) => ({ file, language: language!, text: text! }));
}

/** The command lines of a block, each with what is shown below it. */
export function commandsOf({ text }: GuideBlock): readonly (readonly string[])[] {
  return text.split(/^(?=\$ )/m).map((part) => part.trimEnd().split('\n'));
}

/** The whole program on an empty database, and a folder in which the commands of a page are typed. */
export class GuideWalk {
  private constructor(private readonly program: RunningProgram, private readonly folder: string) {}

  static async begin(): Promise<GuideWalk> {
    return new GuideWalk(await runProgram(), await mkdtemp(join(tmpdir(), 'fahrplan-guide-')));
  }

  async end(): Promise<void> {
    await this.program.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Goes through a page as a reader would: writes its files, asks its questions, types its commands, and expects the answers shown. */
  async follow(blocks: readonly GuideBlock[]): Promise<void> {
    for (const block of blocks) {
      if (block.file !== undefined) await writeFile(join(this.folder, block.file), block.text);
      else if (block.language === 'graphql') {
        const [answer] = Object.values(await this.program.data<Record<string, { code?: string }>>(block.text));
        expect([block.text, answer?.code]).toEqual([block.text, undefined]);
      } else if (block.language === 'console') {
        for (const [command = '', ...shown] of commandsOf(block)) {
          const { status, out, err } = await this.type(command);
          expect([command, [0, 5].includes(status ?? -1), status === 0 || status === 5 ? '' : err]).toEqual([command, true, '']);
          expect(`${command}\n${out}`).toMatch(new RegExp(`^.*\\n${patternOf(shown).source.slice(1)}`));
        }
      }
    }
  }

  /** Runs a command line of the page as a person would, in one folder with the files of the page. */
  private async type(line: string): Promise<{ status: number | null; out: string; err: string }> {
    const url = `http://127.0.0.1:${(this.program.app.getHttpServer().address() as AddressInfo).port}`;
    const words = [...line.replace(/^\$ npx fahrplan /, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
    const child = spawn(process.execPath, [PROGRAM, ...words], { cwd: this.folder, env: { ...process.env, FAHRPLAN_URL: url, FAHRPLAN_DATA: this.program.dataFolder, LC_ALL: 'C', NO_COLOR: '1' } });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    const status = await new Promise<number | null>((done) => child.on('close', done));
    return { status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
  }
}

/** What is shown, as a pattern: `…` on a line of its own stands for any lines, within a line for anything on it. */
function patternOf(shown: readonly string[]): RegExp {
  const lines = shown.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ ?…/g, '.*').replace(/ +/g, ' +')} *\\n+`));
  return new RegExp(`^${lines.join('')}$`);
}
