// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from '../reading.js';
import { Unreadable } from '../unreadable.js';
import { bounded, refuseBomb } from './bounded.js';
import type { StoredFile } from './stored-file.js';

/** A file inside an archive. */
export interface ArchiveMember {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Its content, unpacked as it is read. */
  open(): ByteSource;
}

/** What is inside an archive, folders and what systems put beside the files left out. */
export interface Archive {
  readonly members: readonly ArchiveMember[];
  find(name: string): ArchiveMember | null;
}

/** Workbooks have tens of members, delivered inventories thousands; lists that are longer are made to harm. */
const MOST_MEMBERS = 20_000;
const SIDE_FILES = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/**
 * Opens a zip archive and lists what is in it.
 *
 * @throws Unreadable `IMPORTING.ARCHIVE_BROKEN` where it is cut, inconsistent or not a zip archive, `IMPORTING.ARCHIVE_ENCRYPTED`, `IMPORTING.ARCHIVE_TOO_MANY`; and while a
 *   member is read `IMPORTING.ARCHIVE_BOMB`
 * @source PKWARE APPNOTE 6.3.10
 */
export async function openArchive(file: StoredFile): Promise<Archive> {
  const { Reader, ZipReader, configure } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  class StoredReader extends Reader<StoredFile> {
    override async init(): Promise<void> {
      this.size = file.size;
    }
    override async readUint8Array(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
      return (await file.read(offset, length)) as Uint8Array<ArrayBuffer>;
    }
  }
  const members: ArchiveMember[] = [];
  try {
    const reader = new ZipReader(new StoredReader(file), { strictness: 'tolerant' });
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory || SIDE_FILES.test(entry.filename)) continue;
      if (entry.encrypted) throw new Unreadable({ code: 'IMPORTING.ARCHIVE_ENCRYPTED' });
      if (members.length >= MOST_MEMBERS) throw new Unreadable({ code: 'IMPORTING.ARCHIVE_TOO_MANY', most: MOST_MEMBERS });
      refuseBomb(entry.uncompressedSize, entry.compressedSize);
      const open = (): ByteSource => contentOf((writable, signal) => entry.getData(writable, { signal, checkSignature: true }), entry.compressedSize);
      members.push({ name: entry.filename.replaceAll('\\', '/').replace(/^\//, ''), packedBytes: entry.compressedSize, bytes: entry.uncompressedSize, open });
    }
  } catch (thrown) {
    throw brokenBy(thrown);
  }
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  return { members, find: (name) => byName.get(name.toLowerCase()) ?? null };
}

type Extract = (writable: WritableStream<Uint8Array>, signal: AbortSignal) => Promise<unknown>;

/** Content of a member as a stream that its reader pulls; a reader that stops ends the unpacking. */
async function* contentOf(extract: Extract, packedBytes: number): ByteSource & AsyncGenerator<Uint8Array> {
  const stop = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const done = extract(writable, stop.signal);
  done.catch(() => undefined);
  try {
    yield* bounded(readable as unknown as ByteSource, () => packedBytes);
    await done;
  } catch (thrown) {
    throw brokenBy(thrown);
  } finally {
    stop.abort();
  }
}

function brokenBy(thrown: unknown): unknown {
  if (thrown instanceof Unreadable) return thrown;
  const isOfSystem = typeof (thrown as NodeJS.ErrnoException).errno === 'number' && typeof (thrown as NodeJS.ErrnoException).syscall === 'string';
  return isOfSystem ? thrown : new Unreadable({ code: 'IMPORTING.ARCHIVE_BROKEN', kind: 'zip', reason: (thrown as Error).message });
}
