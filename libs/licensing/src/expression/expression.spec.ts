// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import parseIndependently from 'spdx-expression-parse';
import { exceptionRows, licenseRows, modernise, parseExpression, printExpression, type LicenseExpression } from '../index.js';
import { conjoin } from './tree.js';

const published = createRequire(import.meta.url) as (name: string) => string[];
const parsed = (text: string): LicenseExpression => {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const problemOf = (text: string): unknown => {
  const result = parseExpression(text);
  return result.ok ? null : [result.problem.code, result.problem.column];
};

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,8}$/);
const license = fc.record({ kind: fc.constant('license' as const), id: fc.constantFrom(...licenseRows.map((row) => row.id).filter((id) => !id.endsWith('+'))), orLater: fc.boolean() });
const reference = fc.record({ kind: fc.constant('license-ref' as const), document: fc.option(name), name });
const exception = fc.oneof(fc.constantFrom(...exceptionRows.map((row) => row.id)), name.map((text) => `AdditionRef-${text}`));
const simple = fc.oneof(license, reference);
const { tree } = fc.letrec<{ tree: LicenseExpression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    simple,
    fc.record({ kind: fc.constant('with' as const), license: simple, exception }),
    fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 4 })).map(([kind, operands]) => conjoin(kind, operands)),
  ),
}));

describe('a license expression', () => {
  it('reads back to the same tree once printed', () => {
    fc.assert(fc.property(tree, (expression) => expect(parsed(printExpression(expression))).toEqual(expression)), { numRuns: 300 });
  });

  it('knows every id of the list in any case, alone and with a plus', () => {
    for (const { id } of licenseRows) {
      expect(printExpression(parsed(id.toUpperCase()))).toBe(id);
      if (!id.endsWith('+')) expect(printExpression(parsed(`${id.toLowerCase()}+`))).toBe(`${id}+`);
    }
  });

  it('knows every id and exception that the packages of the SPDX list publish, deprecated ones too', () => {
    for (const id of [...published('spdx-license-ids'), ...published('spdx-license-ids/deprecated')]) expect(printExpression(parsed(id))).toBe(id);
    for (const id of [...published('spdx-exceptions'), ...published('spdx-exceptions/deprecated.json')]) expect(printExpression(parsed(`MIT WITH ${id}`))).toBe(`MIT WITH ${id}`);
  });

  it('is grouped as another parser groups it', () => {
    const ids = fc.constantFrom('MIT', 'Apache-2.0', 'GPL-2.0-only', 'ISC', 'LicenseRef-a', 'DocumentRef-d:LicenseRef-b');
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof({ maxDepth: 5 }, ids, fc.constant('GPL-2.0-only WITH Classpath-exception-2.0'), fc.tuple(tie('text'), fc.constantFrom('AND', 'OR'), tie('text'), fc.boolean()).map(([a, operator, b, grouped]) => (grouped ? `(${a} ${operator} ${b})` : `${a} ${operator} ${b}`))),
    }));
    fc.assert(fc.property(text, (expression) => expect(truthTable(expression, 'ours')).toEqual(truthTable(expression, 'theirs'))), { numRuns: 200 });
  });

  /** What an expression comes to for each choice of the licenses that hold: two trees that mean the same have the same table. */
  function truthTable(expression: string, whose: 'ours' | 'theirs'): boolean[] {
    const names = ['MIT', 'Apache-2.0', 'GPL-2.0-only', 'ISC', 'LicenseRef-a', 'LicenseRef-b', 'with'];
    return Array.from({ length: 2 ** names.length }, (_, bits) => {
      const holds = (name: string): boolean => ((bits >> names.indexOf(name)) & 1) === 1;
      return whose === 'ours' ? ours(parsed(expression), holds) : theirs(parseIndependently(expression), holds);
    });
  }

  function ours(tree: LicenseExpression, holds: (name: string) => boolean): boolean {
    if (tree.kind === 'and') return tree.operands.every((part) => ours(part, holds));
    if (tree.kind === 'or') return tree.operands.some((part) => ours(part, holds));
    return holds(tree.kind === 'with' ? 'with' : tree.kind === 'license-ref' ? `LicenseRef-${tree.name}` : tree.kind === 'license' ? tree.id : '');
  }

  function theirs(tree: any, holds: (name: string) => boolean): boolean {
    if (tree.conjunction === 'and') return theirs(tree.left, holds) && theirs(tree.right, holds);
    if (tree.conjunction === 'or') return theirs(tree.left, holds) || theirs(tree.right, holds);
    return holds(tree.exception === undefined ? /LicenseRef-\w/.exec(tree.license)?.[0] ?? tree.license : 'with');
  }

  it('knows every exception of the list in any case', () => {
    for (const { id } of exceptionRows) expect(printExpression(parsed(`GPL-2.0-only WITH ${id.toLowerCase()}`))).toBe(`GPL-2.0-only WITH ${id}`);
  });

  it('binds AND tighter than OR', () => {
    expect(parsed('MIT OR ISC AND Zlib')).toEqual(parsed('MIT OR (ISC AND Zlib)'));
    expect(printExpression(parsed('((MIT OR ISC)) AND Zlib'))).toBe('(MIT OR ISC) AND Zlib');
  });

  it('keeps the case of references and takes NONE and NOASSERTION only alone', () => {
    expect(printExpression(parsed('gpl-2.0-ONLY WITH DocumentRef-d:AdditionRef-Xy'))).toBe('GPL-2.0-only WITH DocumentRef-d:AdditionRef-Xy');
    expect(printExpression(parsed('DocumentRef-a:LicenseRef-Xy OR MIT'))).toBe('DocumentRef-a:LicenseRef-Xy OR MIT');
    expect(parsed(' NONE ')).toEqual({ kind: 'none' });
    expect(parsed('NOASSERTION')).toEqual({ kind: 'noassertion' });
    expect(problemOf('MIT AND NONE')).toEqual(['LICENSING.LICENSE_UNKNOWN', 9]);
  });

  it.each([
    ['', ['LICENSING.EXPRESSION_EMPTY', undefined]],
    ['  ', ['LICENSING.EXPRESSION_EMPTY', undefined]],
    ['MIT OR', ['LICENSING.EXPRESSION_ENDS_EARLY', 7]],
    ['MIT ISC', ['LICENSING.EXPRESSION_NO_OPERATOR', 5]],
    ['MIT or ISC', ['LICENSING.EXPRESSION_NO_OPERATOR', 5]],
    ['(MIT', ['LICENSING.EXPRESSION_UNCLOSED', 1]],
    ['MIT)', ['LICENSING.EXPRESSION_UNOPENED', 4]],
    ['()', ['LICENSING.EXPRESSION_NO_OPERAND', 2]],
    ['AND MIT', ['LICENSING.EXPRESSION_NO_OPERAND', 1]],
    ['MIT WITH', ['LICENSING.EXPRESSION_ENDS_EARLY', 9]],
    ['MIT WITH nothing', ['LICENSING.EXCEPTION_UNKNOWN', 10]],
    ['(MIT OR ISC) WITH LLVM-exception', ['LICENSING.EXPRESSION_NO_OPERATOR', 14]],
    ['MIT, ISC', ['LICENSING.EXPRESSION_STRAY_CHARACTER', 4]],
    ['Gremlin-1.0', ['LICENSING.LICENSE_UNKNOWN', 1]],
    ['LicenseRef-', ['LICENSING.LICENSE_UNKNOWN', 1]],
    ['licenseref-x', ['LICENSING.LICENSE_UNKNOWN', 1]],
    ['LicenseRef-x+', ['LICENSING.LICENSE_UNKNOWN', 1]],
    ['LicenseRef-x_y', ['LICENSING.EXPRESSION_STRAY_CHARACTER', 13]],
    ['DocumentRef-x', ['LICENSING.LICENSE_UNKNOWN', 1]],
    ['DocumentRef-x:MIT', ['LICENSING.LICENSE_UNKNOWN', 1]],
    ['MIT +', ['LICENSING.EXPRESSION_STRAY_CHARACTER', 5]],
    ['MIT WITH MIT', ['LICENSING.EXCEPTION_UNKNOWN', 10]],
    ['MIT WITH LLVM-exception WITH LLVM-exception', ['LICENSING.EXPRESSION_NO_OPERATOR', 25]],
    ['AdditionRef-x', ['LICENSING.LICENSE_UNKNOWN', 1]],
    ['MIT AND AND ISC', ['LICENSING.EXPRESSION_NO_OPERAND', 9]],
  ])('refuses %j and says where', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it('answers ten thousand terms and a thousand parentheses, and refuses more depth instead of breaking', () => {
    const terms = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? 'MIT' : 'Apache-2.0')).join(' OR ');
    expect(printExpression(parsed(terms))).toBe(terms);
    expect(parsed(`${'('.repeat(1_000)}MIT${')'.repeat(1_000)}`)).toEqual(parsed('MIT'));
    const alternating = Array.from({ length: 1_000 }, (_, i) => (i % 2 ? '(MIT OR ' : '(ISC AND ')).join('') + 'Zlib' + ')'.repeat(1_000);
    expect(parsed(printExpression(parsed(alternating)))).toEqual(parsed(alternating));
    expect(problemOf('('.repeat(100_000))).toEqual(['LICENSING.EXPRESSION_TOO_DEEP', 1_001]);
    expect(problemOf(`${'MIT OR '.repeat(25_000)}ISC`)).toEqual(['LICENSING.EXPRESSION_TOO_MANY_TERMS', 175_001]);
    expect(problemOf('MIT OR '.repeat(1_000_000))).toEqual(['LICENSING.EXPRESSION_TOO_LONG', undefined]);
  });

  it.each([
    ['GPL-2.0', 'GPL-2.0-only'],
    ['GPL-2.0+', 'GPL-2.0-or-later'],
    ['LGPL-2.1+ OR MIT', 'LGPL-2.1-or-later OR MIT'],
    ['GPL-2.0-with-classpath-exception', 'GPL-2.0-only WITH Classpath-exception-2.0'],
    ['GPL-2.0+ WITH Bison-exception-2.2', 'GPL-2.0-or-later WITH Bison-exception-2.2'],
    ['BSD-2-Clause-FreeBSD', 'BSD-2-Clause'],
    ['Apache-2.0+', 'Apache-2.0+'],
    ['Net-SNMP', 'Net-SNMP'],
  ])('brings %s up to date as %s', (old, current) => {
    expect(printExpression(modernise(parsed(old)))).toBe(current);
  });

  it('names a successor for every deprecated id but one, and each successor is current', () => {
    for (const row of licenseRows.filter(({ deprecated }) => deprecated)) {
      if (row.id === 'Net-SNMP') continue;
      const successor = parsed(row.successor ?? '');
      expect(modernise(successor)).toEqual(successor);
    }
  });
});
