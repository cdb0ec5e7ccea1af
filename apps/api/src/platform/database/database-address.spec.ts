// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readDatabaseAddress } from './database-address.js';

describe('the address of a database', () => {
  it('of one server stays as it is', () => {
    for (const url of ['postgres://me:secret@db/fahrplan', 'postgresql://localhost:5433/x?host=%2Ftmp%2Fa', 'postgres:///x?host=/run/postgresql']) expect(readDatabaseAddress(url, 'any')).toEqual({ urls: [url], wanted: 'any' });
  });

  it('of several servers gives one address for each', () => {
    expect(readDatabaseAddress('postgres://me:s%2Cx@one:5432,[::1]:5433,three/db?sslmode=verify-full', 'read-write')).toEqual({
      urls: ['postgres://me:s%2Cx@one:5432/db?sslmode=verify-full', 'postgres://me:s%2Cx@[::1]:5433/db?sslmode=verify-full', 'postgres://me:s%2Cx@three/db?sslmode=verify-full'],
      wanted: 'read-write',
    });
  });

  it.each([
    ['primary', 'read-write'],
    ['read-only', 'standby'],
    ['prefer-standby', 'prefer-standby'],
  ])('says which server is wanted: %s', (said, wanted) => {
    expect(readDatabaseAddress(`postgres://one,two/db?target_session_attrs=${said}&x=1`, 'any')).toEqual({ urls: ['postgres://one/db?x=1', 'postgres://two/db?x=1'], wanted });
  });

  it.each(['mysql://one/db', 'one/db', 'postgres://one:x/db', 'postgres://one,,two/db', 'postgres://one,two/db?target_session_attrs=best', 'postgres://one/db?target_session_attrs=constructor', 'postgres://x/db?host=/a,/b', ''])('is refused where it cannot be used: %s', (url) => {
    expect(readDatabaseAddress(url, 'any')).toBeNull();
  });
});
