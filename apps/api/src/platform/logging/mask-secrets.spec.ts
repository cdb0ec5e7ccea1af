// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { maskSecrets } from './mask-secrets.js';

describe('a line of the log', () => {
  const mask = maskSecrets(['k\u00fcrbis "suppe"', 'abc']);

  it.each([
    ['the password of an address', 'cannot reach postgres://me:hunter2hunter2@db/fahrplan', 'hunter2'],
    ['a token', '{"headers":"Authorization: Bearer eyJhbGciOi.abc_def.ghi"}', 'eyJhbGciOi'],
    ['a header by its name', '{"req":{"headers":{"cookie":"session=1234567"}}}', '1234567'],
    ['a secret with quotes in it', '{"reason":"key is k\u00fcrbis \\"suppe\\""}', 'suppe'],
    ['a known secret as a part of an address', `"url":"https://x/?key=${encodeURIComponent('k\u00fcrbis "suppe"')}"`, 'suppe'],
  ])('has %s no more', (_what, line, secret) => {
    expect(line).toContain(secret);
    expect(mask(line)).not.toContain(secret);
  });

  it('keeps what is no secret, and stays JSON', () => {
    const line = '{"level":30,"msg":"abc: 12:30 at http://localhost:3000/graphql, user@example.org"}';
    expect(mask(line)).toBe(line);
    expect(JSON.parse(mask('{"err":{"message":"postgres://a:bcdefgh@h"},"authorization":"x\\"y"}'))).toEqual({ err: { message: 'postgres://a:…@h' }, authorization: '…' });
  });
});
