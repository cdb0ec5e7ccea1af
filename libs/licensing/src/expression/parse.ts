// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { err, ok, type Problem, type Result } from '#kernel';
import { canonicalExceptionId, canonicalLicenseId } from '../data/license-list.js';
import { DEEPEST_NESTING, MOST_TERMS } from './limits.js';
import { tokenize, type Token } from './tokens.js';
import { conjoin, type LicenseExpression, type LicenseRefTerm, type LicenseTerm } from './tree.js';

const REFERENCE = /^(?:DocumentRef-([A-Za-z0-9.-]+):)?LicenseRef-([A-Za-z0-9.-]+)$/;
const ADDITION = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;

/**
 * Reads an SPDX licence expression: ids and exceptions of the list in any case, operators in capitals, `LicenseRef-`, `DocumentRef-…:LicenseRef-`,
 * `AdditionRef-` (SPDX 3), `NONE` and `NOASSERTION` as the whole text.
 *
 * @param text the expression; surrounding white space is ignored
 * @returns the tree with ids in the list's spelling (deprecated ids are kept as they are, see {@link modernise}); or the first problem with its
 *   1-based `column`; empty text is `LICENSING.EXPRESSION_EMPTY`, more than 1,000 nested parentheses `LICENSING.EXPRESSION_TOO_DEEP`,
 *   more than 25,000 licenses `LICENSING.EXPRESSION_TOO_MANY_TERMS`
 * @source SPDX 2.3 annex D (grammar and case rules), SPDX 3.0.1 annex B (`AdditionRef-`)
 * @example parseExpression('(mit OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0')
 */
export function parseExpression(text: string): Result<LicenseExpression, Problem> {
  const trimmed = text.trim();
  if (trimmed === '') return err({ code: 'LICENSING.EXPRESSION_EMPTY' });
  if (trimmed === 'NONE') return ok({ kind: 'none' });
  if (trimmed === 'NOASSERTION') return ok({ kind: 'noassertion' });
  const tokens = tokenize(text);
  return tokens.ok ? new Reader(tokens.value, text.length).readAll() : tokens;
}

/** One parenthesised (or the outermost) level: finished OR branches, and the AND parts of the branch under way. */
interface Level {
  readonly column: number;
  readonly branches: LicenseExpression[];
  parts: LicenseExpression[];
}

/** Walks the tokens once with its own stack, so that depth costs memory and not call frames. */
class Reader {
  private at = 0;
  private terms = 0;
  private readonly levels: Level[] = [{ column: 1, branches: [], parts: [] }];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  readAll(): Result<LicenseExpression, Problem> {
    let wantsOperand = true;
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at] as Token;
      const problem = wantsOperand ? this.readOperand(token) : this.readOperator(token);
      if (problem !== null) return err(problem);
      wantsOperand = token.text === '(' || (!wantsOperand && token.text !== ')');
    }
    if (wantsOperand) return err({ code: 'LICENSING.EXPRESSION_ENDS_EARLY', column: this.end + 1 });
    if (this.levels.length > 1) return err({ code: 'LICENSING.EXPRESSION_UNCLOSED', column: this.level.column });
    return ok(finish(this.level));
  }

  private get level(): Level {
    return this.levels[this.levels.length - 1] as Level;
  }

  private readOperand(token: Token): Problem | null {
    this.at++;
    if (token.text === '(') {
      if (this.levels.length > DEEPEST_NESTING) return { code: 'LICENSING.EXPRESSION_TOO_DEEP', limit: DEEPEST_NESTING, column: token.column };
      this.levels.push({ column: token.column, branches: [], parts: [] });
      return null;
    }
    if (++this.terms > MOST_TERMS) return { code: 'LICENSING.EXPRESSION_TOO_MANY_TERMS', limit: MOST_TERMS, column: token.column };
    const simple = readSimple(token);
    if (!simple.ok) return simple.problem;
    if (this.tokens[this.at]?.text !== 'WITH') {
      this.level.parts.push(simple.value);
      return null;
    }
    const exception = this.tokens[this.at + 1];
    if (exception === undefined) return { code: 'LICENSING.EXPRESSION_ENDS_EARLY', column: this.end + 1 };
    const id = ADDITION.test(exception.text) ? exception.text : canonicalExceptionId(exception.text);
    if (id === null) return { code: 'LICENSING.EXCEPTION_UNKNOWN', exception: exception.text, column: exception.column };
    this.level.parts.push({ kind: 'with', license: simple.value, exception: id });
    this.at += 2;
    return null;
  }

  private readOperator(token: Token): Problem | null {
    this.at++;
    if (token.text === 'AND') return null;
    if (token.text === 'OR') {
      this.level.branches.push(conjoin('and', this.level.parts));
      this.level.parts = [];
      return null;
    }
    if (token.text !== ')') return { code: 'LICENSING.EXPRESSION_NO_OPERATOR', found: token.text, column: token.column };
    if (this.levels.length === 1) return { code: 'LICENSING.EXPRESSION_UNOPENED', column: token.column };
    const inner = finish(this.levels.pop() as Level);
    this.level.parts.push(inner);
    return null;
  }
}

function finish(level: Level): LicenseExpression {
  return conjoin('or', [...level.branches, conjoin('and', level.parts)]);
}

function readSimple(token: Token): Result<LicenseTerm | LicenseRefTerm, Problem> {
  const reference = REFERENCE.exec(token.text);
  if (reference) return ok({ kind: 'license-ref', document: reference[1] ?? null, name: reference[2] as string });
  const whole = canonicalLicenseId(token.text);
  if (whole !== null && !whole.endsWith('+')) return ok({ kind: 'license', id: whole, orLater: false });
  const bare = token.text.endsWith('+') ? canonicalLicenseId(token.text.slice(0, -1)) : null;
  if (bare !== null) return ok({ kind: 'license', id: bare, orLater: true });
  if (/^(AND|OR|WITH)$/.test(token.text) || token.text === ')') {
    return err({ code: 'LICENSING.EXPRESSION_NO_OPERAND', found: token.text, column: token.column });
  }
  return err({ code: 'LICENSING.LICENSE_UNKNOWN', license: token.text, column: token.column });
}
