// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { findJsonFault } from './find-fault.js';

/** What to do with a value of a document: look into it, hand it out whole, or pass over it. */
export type ValuePlan = 'open' | 'take' | 'skip';

/** A value that was handed out. `pattern` names its place without numbers: `components[]`; `path` with them: `components[3]`. */
export interface JsonValue {
  readonly pattern: string;
  readonly path: string;
  readonly value: unknown;
  readonly line: number;
  readonly column: number;
  /** How many members its objects have in the text, all together; `value` has fewer where one of them gives a key twice. */
  readonly members: number;
}

/** A value that is taken as a whole may not be longer than this, in UTF-16 units. */
export const LONGEST_VALUE = 33_554_432;
/** Brackets may not be nested deeper than this. */
export const DEEPEST_NESTING = 200;
const LONGEST_KEY = 10_000;

interface Frame {
  readonly isArray: boolean;
  readonly pattern: string;
  readonly path: string;
  index: number;
  key: string;
}

type State = 'value' | 'first-key' | 'key' | 'colon' | 'after-value' | 'done';

/**
 * Cuts a JSON document that comes in pieces into the values that are wanted, so that memory is bounded by the largest of them.
 *
 * Containers that are opened are checked token by token, values that are taken by `JSON.parse`; of values that are passed over only quotes and
 * brackets are followed. `problem` is set at the first fault, with line and column, and everything after it is ignored.
 *
 * @source RFC 8259 (2017)
 */
export class JsonSplitter {
  problem: Problem | null = null;
  private readonly frames: Frame[] = [];
  private state: State = 'value';
  private line = 1;
  private column = 1;

  private scanning: 'none' | 'key' | 'string' | 'container' | 'scalar' = 'none';
  private isTaking = false;
  private isWanted = false;
  private taken = '';
  private isInString = false;
  private isEscaped = false;
  private closers: number[] = [];
  private colons = 0;
  private startLine = 1;
  private startColumn = 1;

  constructor(
    private readonly plan: (pattern: string) => ValuePlan,
    private readonly take: (value: JsonValue) => void,
  ) {}

  push(text: string): void {
    let at = 0;
    while (at < text.length && this.problem === null) {
      at = this.scanning === 'none' ? this.token(text, at) : this.scan(text, at);
    }
  }

  /** Says that the document ends here. */
  end(): void {
    if (this.problem !== null) return;
    if (this.scanning === 'scalar') this.finishValue();
    if (this.problem === null && this.state !== 'done') this.fail('IMPORTING.FILE_CUT', {});
  }

  private fail(code: string, facts: Record<string, unknown>): void {
    this.problem ??= { code, line: this.line, column: this.column, path: this.currentPath() || undefined, ...facts };
  }

  private currentPath(): string {
    const frame = this.frames.at(-1);
    return frame === undefined ? '' : this.childPath(frame);
  }

  private childPath(frame: Frame): string {
    if (frame.isArray) return `${frame.path}[${frame.index}]`;
    return frame.path === '' ? frame.key : `${frame.path}.${frame.key}`;
  }

  private childPattern(frame: Frame | undefined): string {
    if (frame === undefined) return '';
    if (frame.isArray) return `${frame.pattern}[]`;
    return frame.pattern === '' ? frame.key : `${frame.pattern}.${frame.key}`;
  }

  /** One token of an opened container. */
  private token(text: string, from: number): number {
    let at = from;
    let code = 0;
    for (; at < text.length; at++) {
      code = text.charCodeAt(at);
      if (code === 10) {
        this.line++;
        this.column = 1;
      } else if (code === 32 || code === 9 || code === 13) this.column++;
      else break;
    }
    if (at >= text.length) return at;
    const frame = this.frames.at(-1);
    switch (this.state) {
      case 'done':
        this.fail('IMPORTING.JSON_INVALID', { found: text[at], expected: 'end of file' });
        return at;
      case 'first-key':
      case 'key':
        if (code === 125 && this.state === 'first-key') return this.close(at);
        if (code !== 34) break;
        this.begin('key', true);
        this.column++;
        return at + 1;
      case 'colon':
        if (code !== 58) break;
        this.state = 'value';
        this.column++;
        return at + 1;
      case 'value':
        if (code === 93 && frame?.isArray && frame.index === 0) return this.close(at);
        return this.beginValue(text, at, code);
      case 'after-value':
        if (code === 44) {
          if (frame?.isArray) frame.index++;
          this.state = frame?.isArray ? 'value' : 'key';
          this.column++;
          return at + 1;
        }
        if (code === (frame?.isArray ? 93 : 125)) return this.close(at);
        break;
    }
    this.fail('IMPORTING.JSON_INVALID', { found: text[at] });
    return at;
  }

  private close(at: number): number {
    this.frames.pop();
    this.state = this.frames.length === 0 ? 'done' : 'after-value';
    this.column++;
    return at + 1;
  }

  private beginValue(text: string, at: number, code: number): number {
    const pattern = this.childPattern(this.frames.at(-1));
    const isContainer = code === 123 || code === 91;
    const plan = this.plan(pattern);
    this.isWanted = plan !== 'skip';
    if (isContainer && plan === 'open') {
      if (this.frames.length >= DEEPEST_NESTING) this.fail('IMPORTING.TOO_DEEP', { deepest: DEEPEST_NESTING });
      this.frames.push({ isArray: code === 91, pattern, path: this.currentPath(), index: 0, key: '' });
      this.state = code === 91 ? 'value' : 'first-key';
      this.column++;
      return at + 1;
    }
    if (isContainer) {
      this.begin('container', plan === 'take');
      return at;
    }
    if (code === 34) {
      this.begin('string', plan !== 'skip');
      if (this.isTaking) this.taken = '"';
      this.column++;
      return at + 1;
    }
    if (/[-0-9tfn]/.test(text[at] as string)) {
      this.begin('scalar', true);
      return at;
    }
    this.fail('IMPORTING.JSON_INVALID', { found: text[at] });
    return at;
  }

  private begin(kind: 'key' | 'string' | 'container' | 'scalar', isTaking: boolean): void {
    this.scanning = kind;
    this.isTaking = isTaking;
    this.taken = '';
    this.isInString = kind === 'key' || kind === 'string';
    this.isEscaped = false;
    this.closers = [];
    this.colons = 0;
    this.startLine = this.line;
    this.startColumn = this.column;
  }

  /** Goes on through a value until it ends or the text does. */
  private scan(text: string, from: number): number {
    const end = this.scanning === 'scalar' ? this.scalarEnd(text, from) : this.bracketEnd(text, from);
    const stop = end < 0 ? text.length : end;
    if (this.isTaking) this.taken += text.slice(from, stop);
    const longest = this.scanning === 'key' || this.scanning === 'scalar' ? LONGEST_KEY : LONGEST_VALUE;
    if (this.taken.length > longest) this.fail('IMPORTING.VALUE_TOO_LONG', { longest });
    if (end >= 0 && this.problem === null) this.finishValue();
    return stop;
  }

  private scalarEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 44 || code === 93 || code === 125 || code <= 32) return at;
      this.column++;
    }
    return -1;
  }

  /** @returns index after the quote or bracket that ends the value, or -1 */
  private bracketEnd(text: string, from: number): number {
    let at = from;
    let lineStart = from - this.column + 1;
    let isInString = this.isInString;
    const closers = this.closers;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isInString) {
        if (this.isEscaped) this.isEscaped = false;
        else if (code === 92) this.isEscaped = true;
        else if (code === 34) {
          isInString = false;
          if (closers.length === 0) break;
        } else if (code < 32) break;
      } else if (code === 34) isInString = true;
      else if (code === 58) this.colons++;
      else if (code === 123) closers.push(125);
      else if (code === 91) closers.push(93);
      else if (code === 125 || code === 93) {
        if (closers.at(-1) !== code) break;
        closers.pop();
        if (closers.length === 0) break;
      } else if (code === 10) {
        this.line++;
        lineStart = at + 1;
      }
      if (closers.length > DEEPEST_NESTING) break;
    }
    this.isInString = isInString;
    this.column = at - lineStart + 1;
    if (at >= text.length) return -1;
    if (isInString) this.fail('IMPORTING.JSON_INVALID', { found: `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}` });
    else if (closers.length > DEEPEST_NESTING) this.fail('IMPORTING.TOO_DEEP', { deepest: DEEPEST_NESTING });
    else if (closers.length > 0) this.fail('IMPORTING.JSON_INVALID', { found: text[at] });
    this.column++;
    return at + 1;
  }

  private finishValue(): void {
    const kind = this.scanning;
    const isTaking = this.isTaking;
    const raw = kind === 'key' ? `"${this.taken}` : this.taken;
    this.scanning = 'none';
    this.taken = '';
    const value = isTaking ? this.parse(raw) : undefined;
    if (this.problem !== null) return;
    if (kind === 'key') {
      (this.frames.at(-1) as Frame).key = value as string;
      this.state = 'colon';
      return;
    }
    const frame = this.frames.at(-1);
    if (this.isWanted) this.take({ pattern: this.childPattern(frame), path: this.currentPath(), value, line: this.startLine, column: this.startColumn, members: this.colons });
    this.state = frame === undefined ? 'done' : 'after-value';
  }

  private parse(raw: string): unknown {
    try {
      return JSON.parse(raw);
    } catch {
      const position = findJsonFault(raw);
      const before = raw.slice(0, position).split('\n');
      this.line = this.startLine + before.length - 1;
      this.column = (before.length === 1 ? this.startColumn : 1) + (before.at(-1) as string).length;
      this.fail('IMPORTING.JSON_INVALID', { found: raw.slice(position, position + 20) || raw.slice(-20) });
      return undefined;
    }
  }
}
