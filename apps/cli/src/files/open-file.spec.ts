// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { openFile, readWholeFile } from './open-file.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-open-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('opening a file', () => {
  it('hands on plain text, without its byte order mark', async () => {
    expect(await readWholeFile(await stored('plain.csv', '\uFEFFhost;title\n'))).toBe('host;title\n');
  });

  it('hands on a file shorter than any magic number', async () => {
    expect(await readWholeFile(await stored('short', 'a'))).toBe('a');
    expect(await readWholeFile(await stored('empty', ''))).toBe('');
  });

  it('unpacks gzip whatever the name', async () => {
    expect(await readWholeFile(await stored('inventory.csv', gzipSync('a;b\n')))).toBe('a;b\n');
  });

  it.each([true, false])('unpacks the only file of a zip archive (deflated: %s), beside folders and __MACOSX', async (isDeflated) => {
    const archive = zipOf([['export/', ''], ['export/a.csv', 'a;b\n'.repeat(100)], ['__MACOSX/a.csv', 'junk']], isDeflated);
    expect(await readWholeFile(await stored('one.zip', archive))).toBe('a;b\n'.repeat(100));
  });

  it('hands on a zip archive with several files as it is', async () => {
    const archive = zipOf([['a.csv', 'a'], ['b.csv', 'b']], true);
    const pieces: Uint8Array[] = [];
    for await (const piece of await openFile(await stored('two.zip', archive))) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(archive)).toBe(true);
  });

  it.each([
    ['CLI.ARCHIVE_BROKEN', 'cut.gz', gzipSync('a;b\n'.repeat(1_000)).subarray(0, 30)],
    ['CLI.ARCHIVE_BROKEN', 'cut.zip', zipOf([['a.csv', 'a;b\n'.repeat(1_000)]], true).subarray(0, 60)],
    ['CLI.ARCHIVE_ENCRYPTED', 'secret.zip', zipOf([['a.csv', 'a']], true, 1)],
    ['CLI.ARCHIVE_TOO_LARGE', 'bomb.gz', gzipSync(Buffer.alloc(100 * 1024 * 1024))],
  ])('refuses with %s', async (code, name, content) => {
    const path = await stored(name, content);
    await expect(readWholeFile(path)).rejects.toMatchObject({ problem: { code, file: path } });
  });

  it('says that a file is missing or a folder', async () => {
    await expect(openFile(join(folder, 'nothing'))).rejects.toMatchObject({ status: 4, problem: { code: 'CLI.FILE_NOT_FOUND' } });
    await expect(openFile(folder)).rejects.toMatchObject({ status: 3, problem: { code: 'CLI.FILE_IS_A_FOLDER' } });
  });
});

/** Writes a zip archive by hand, sharing nothing with the reader. */
function zipOf(members: readonly (readonly [string, string])[], isDeflated: boolean, flags = 0): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of members) {
    const packed = isDeflated ? deflateRawSync(content) : Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(isDeflated ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, Buffer.from(name));
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), packed]);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
