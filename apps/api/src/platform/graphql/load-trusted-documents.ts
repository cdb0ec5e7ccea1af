// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { parse } from 'graphql';
import type { Problem } from '#kernel';
import { ProblemError } from '../problem-error.js';
import { MOST_TOKENS } from './limits.js';
import { withoutValues } from './without-values.js';
import type { Log } from '../logging/log.token.js';
import { TrustedDocuments, type TrustMode } from './trusted-documents.js';

const PLACE = join(import.meta.dirname, '../../../../..');
const PROJECT = basename(PLACE) === 'dist' ? dirname(PLACE) : PLACE;
/** What the page and the command line send, written down when they were built. */
const OWN = ['page.json', 'command-line.json'].map((name) => join(PROJECT, 'dist/trusted-documents', name));

/** Where trusted documents come from. */
export interface TrustSettings {
  readonly mode: TrustMode;
  /** Absolute path to documents of the administration's own, beside those of the page and the command line; null where there are none. */
  readonly folder: string | null;
}

/**
 * Reads the documents of the page and the command line, and those of the folder: `.graphql` files with one document each, with or without their last line break, and `.json` files with an object from id to
 * text, as build tools of other clients write them. Ids in them are not looked at.
 *
 * @param log is told of documents that are not on the list, where they are answered all the same
 * @throws ProblemError where a list is missing, a file cannot be read, or something in it is no GraphQL document
 */
export async function loadTrustedDocuments({ mode, folder }: TrustSettings, log?: Log): Promise<TrustedDocuments> {
  if (mode === 'off') return new TrustedDocuments(mode);
  const texts = new Set<string>();
  for (const file of OWN) for (const text of await textsIn(file, 'PLATFORM.TRUSTED_DOCUMENTS_NOT_BUILT')) texts.add(text);
  for (const file of folder === null ? [] : await filesIn(folder)) for (const text of await textsIn(file, 'PLATFORM.TRUSTED_DOCUMENTS_UNREADABLE')) texts.add(text);
  return new TrustedDocuments(mode, texts, (documentId, text) => log?.info({ documentId, document: withoutValues(text) }, 'a document that is not on the list of trusted ones'));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.filter((name) => ['.graphql', '.json'].includes(extname(name))).sort().map((name) => join(folder, name));
  } catch (failure) {
    throw new ProblemError({ code: 'PLATFORM.TRUSTED_DOCUMENTS_UNREADABLE', file: folder, reason: (failure as NodeJS.ErrnoException).code ?? (failure as Error).message });
  }
}

async function textsIn(file: string, code: Problem['code']): Promise<readonly string[]> {
  try {
    const content = await readFile(file, 'utf8');
    const texts = extname(file) === '.json' ? manifestIn(content) : [content, content.replace(/\r?\n$/, '')];
    for (const text of texts) parse(text, { noLocation: true, maxTokens: MOST_TOKENS });
    return texts;
  } catch (failure) {
    throw new ProblemError({ code, file, reason: (failure as NodeJS.ErrnoException).code ?? (failure as Error).message });
  }
}

function manifestIn(content: string): readonly string[] {
  const manifest: unknown = JSON.parse(content);
  const texts = typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest) ? Object.values(manifest) : [null];
  if (!texts.every((text) => typeof text === 'string')) throw new Error('not an object from id to text');
  return texts;
}
