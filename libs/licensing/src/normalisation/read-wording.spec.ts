// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerLicense } from './answer-license.js';

const ROOT = join(import.meta.dirname, '../../../..');
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const MIT = `The MIT License (MIT)

Copyright (c) 2026 A City and its
contributors

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED “AS IS”, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
const NOTICE = `This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later version.

This program is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU General Public License for more details.`;

describe('the whole text of a license', () => {
  it.each([
    ['as the license list of SPDX has it', textOf('LICENSES/EUPL-1.2.txt'), 'EUPL-1.2'],
    ['as packages bring it along', textOf('node_modules/fastify/LICENSE'), 'MIT'],
    ['with an appendix on how to apply it', textOf('node_modules/typescript/LICENSE.txt'), 'Apache-2.0'],
    ['of a license without conditions', textOf('node_modules/tslib/LICENSE.txt'), '0BSD'],
    ['with a title, a holder over two lines and other quotes', MIT, 'MIT'],
    ['wrapped elsewhere, in a comment', MIT.split('\n').map((line) => ` * ${line.replaceAll(/(.{60}\S*) /g, '$1\n * ')}`).join('\n'), 'MIT'],
  ])('is recognised %s', (_how, text, expression) => {
    expect(answerLicense(text)).toMatchObject({ decision: 'NORMALISED', expression, method: 'wording', verdict: 'ALLOWED' });
  });

  it('leaves open whether later versions are meant where only the notice on a work says so', () => {
    expect(answerLicense(NOTICE)).toMatchObject({ expression: 'GPL-2.0-or-later', method: 'wording' });
    expect(answerLicense(NOTICE.replace('either version 2 of the License, or (at your option) any later version', 'version 2 of the License')).expression).toBe('GPL-2.0-only');
    expect(answerLicense(NOTICE.replaceAll('GNU General', 'GNU Lesser General').replace('version 2 ', 'version 2.1 ')).expression).toBe('LGPL-2.1-or-later');
  });

  it.each([
    ['a word is another', MIT.replace('merge, publish', 'merge, rent')],
    ['a word is missing', MIT.replace(', and/or sell', '')],
    ['a condition is added after it', `${MIT}\nThe Software may only be used within one city.\n`],
    ['a condition is added before it', `Provided that no copy is sold:\n${MIT}`],
    ['the Commons Clause is put after its appendix', `${textOf('node_modules/typescript/LICENSE.txt')}\n"Commons Clause" License Condition v1.0\n`],
    ['an exception is added to its notice', `${NOTICE}\nAs a special exception, selling is forbidden.`],
    ['it is somebody’s own', 'Der Auftraggeber erhält ein einfaches, nicht übertragbares Recht, die Software auf den vereinbarten Arbeitsplätzen zu nutzen. '.repeat(8)],
    ['it says "free of charge" and is no license on the list', MIT.replaceAll('Software', 'Programme')],
  ])('is never guessed, nor taken for a remark, where %s', (_what, text) => {
    expect(answerLicense(text)).toMatchObject({ decision: 'UNKNOWN', expression: null, candidates: [], verdict: 'UNKNOWN' });
  });

  it('takes no longer for what begins like a license over and over', () => {
    const [beginning] = textOf('LICENSES/EUPL-1.2.txt').split('\n').filter((line) => line.startsWith('This European'));
    expect(answerLicense(`${beginning} `.repeat(20_000)).decision).toBe('UNKNOWN');
  });
});
