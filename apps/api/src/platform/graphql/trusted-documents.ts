// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import { err, ok, type Problem, type Result } from '#kernel';
import type { Identity } from '../permissions/identity.js';

/** off: every document is answered, none is known by an id; known: those on the list may be asked for by id as well; only: no others are answered. */
export const TRUST_MODES = ['off', 'known', 'only'] as const;
export type TrustMode = (typeof TRUST_MODES)[number];

/** What a request says of the document it wants; as it came, so of any type. */
export interface AskedDocument {
  readonly query?: unknown;
  /** GraphQL over HTTP, appendix on persisted documents. */
  readonly documentId?: unknown;
  /** May hold `persistedQuery`, by which clients of Apollo name a document. */
  readonly extensions?: unknown;
}

const DIGEST = /^[\da-f]{64}$/;
const PREFIX = 'sha256:';
/** So many unknown documents a process tells of; beyond that somebody makes a new one for each question. */
const MOST_TOLD = 1_000;

/**
 * The documents that this server trusts, each known by the SHA-256 digest of its text in UTF-8: a text that differs in a single character is another one.
 *
 * @source GraphQL over HTTP, appendix "Persisted Documents" (draft of 2025): `documentId`, SHA256 hex document identifiers
 */
export class TrustedDocuments {
  private readonly texts: ReadonlyMap<string, string>;
  /** Ids of those that were told of. */
  private readonly toldOf = new Set<string>();

  /** @param tell told once of each document that is answered under `known` and would not be under `only` */
  constructor(
    readonly mode: TrustMode,
    texts: Iterable<string> = [],
    private readonly tell: (documentId: string, text: string) => void = () => undefined,
  ) {
    this.texts = new Map([...texts].map((text) => [digestOf(text), text]));
  }

  /**
   * Which text is answered.
   *
   * @returns null where the request is left as it came: this server looks at no ids, or there is neither text nor id; problems `PLATFORM.DOCUMENT_…`
   */
  resolve({ query, documentId, extensions }: AskedDocument, identity: Identity): Result<string | null, Problem> {
    if (this.mode === 'off') return ok(null);
    const named = idsIn(documentId, extensions);
    if (named === null) return err({ code: 'PLATFORM.DOCUMENT_ID_INVALID' });
    const text = typeof query === 'string' && query !== '' ? query : null;
    const ids = new Set([...named.values(), ...(text === null ? [] : [digestOf(text)])]);
    if (ids.size > 1) return err({ code: 'PLATFORM.DOCUMENT_ID_MISMATCH' });
    const [id] = ids;
    if (id === undefined) return ok(null);
    const known = this.texts.get(id);
    if (known !== undefined) return ok(known);
    if (this.mode === 'known' && text !== null && !mayAskAnything(identity)) this.tellOnce(id, text, identity);
    if (this.mode === 'known' && !named.has('documentId')) return ok(null); // texts of all kinds, and those that clients had the server keep
    if (text === null) return err({ code: 'PLATFORM.DOCUMENT_UNKNOWN', documentId: PREFIX + id });
    return this.mode === 'known' || mayAskAnything(identity) ? ok(text) : err({ code: 'PLATFORM.DOCUMENT_NOT_TRUSTED', documentId: PREFIX + id });
  }

  /** Not of strangers', who are refused whatever they ask, and could make it many. */
  private tellOnce(id: string, text: string, { actorId }: Identity): void {
    if (actorId === 0 || this.toldOf.size >= MOST_TOLD || this.toldOf.has(id)) return;
    this.toldOf.add(id);
    this.tell(PREFIX + id, text);
  }
}

/** How HTTP says what became of the document that was asked for. */
export function statusOfDocumentProblem({ code }: Problem): number {
  return code === 'PLATFORM.DOCUMENT_UNKNOWN' ? 404 : code === 'PLATFORM.DOCUMENT_NOT_TRUSTED' ? 403 : 400;
}

/** Programs that were trusted with it, by a token; never a browser, whose session a script on a page might ride on. */
function mayAskAnything({ permissions, isByToken }: Identity): boolean {
  return isByToken && permissions.has('documents:any');
}

/** The digests by which a document is named, by where they stand; null where one is none. */
function idsIn(documentId: unknown, extensions: unknown): ReadonlyMap<'documentId' | 'persistedQuery', string> | null {
  const ids = new Map<'documentId' | 'persistedQuery', string>();
  if (documentId !== undefined && documentId !== null) {
    if (typeof documentId !== 'string' || !documentId.startsWith(PREFIX)) return null;
    ids.set('documentId', documentId.slice(PREFIX.length));
  }
  const persisted = isRecord(extensions) ? (extensions['persistedQuery'] ?? null) : null;
  if (persisted !== null) {
    if (!isRecord(persisted) || persisted['version'] !== 1) return null;
    ids.set('persistedQuery', persisted['sha256Hash'] as string);
  }
  for (const id of ids.values()) if (typeof id !== 'string' || !DIGEST.test(id)) return null;
  return ids;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function digestOf(text: string): string {
  return hash('sha256', text);
}
