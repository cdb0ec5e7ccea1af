// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { mergePubliccode, parsePubliccode, printPubliccode } from '../index.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the document of a publiccode.yml', () => {
  it('is merged section by section: what is not said stays, null takes away, lists are replaced', () => {
    const before = { name: 'a', platforms: ['web', 'linux'], legal: { license: 'MIT', mainCopyrightOwner: 'x' }, logo: 'l.svg' };
    expect(mergePubliccode(before, { name: undefined, platforms: ['mac'], legal: { license: 'EUPL-1.2' }, logo: null, maintenance: { type: 'internal' } })).toEqual({
      name: 'a',
      platforms: ['mac'],
      legal: { license: 'EUPL-1.2', mainCopyrightOwner: 'x' },
      maintenance: { type: 'internal' },
    });
  });

  it('never writes to what all objects have', () => {
    mergePubliccode({}, JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as Record<string, unknown>);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is printed with the keys of the standard first, in its order, and read back as it was', () => {
    expect(Object.keys(parse(printPubliccode({ legal: {}, DE: 1, name: 'a', url: 'u' })) as object)).toEqual(['publiccodeYmlVersion', 'name', 'url', 'legal', 'DE']);
    const value = fc.letrec((tie) => ({ any: fc.oneof({ depthSize: 'small' }, fc.string(), fc.boolean(), fc.integer(), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('any'), { maxKeys: 3 })) })).any;
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value, { maxKeys: 5 }), (document) => {
        expect(parse(printPubliccode(document))).toEqual({ publiccodeYmlVersion: '0', ...document });
      }),
    );
  });

  it('is only handed out of a file that is valid', () => {
    expect(parsePubliccode(bytes('name: a\n'))).toMatchObject({ valid: false, document: null });
    expect(parsePubliccode(bytes('- a\n')).document).toBeNull();
    expect(parsePubliccode(Uint8Array.from([0xff, 0xfe])).document).toBeNull();
  });
});
