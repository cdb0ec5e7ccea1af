// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext, DescribedProblem } from '../context.js';
import { CommandFailure } from '../failure.js';
import { problemLine } from '../output/print-problem.js';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** An entry that is, or would be, not as it was; the keys of `catalogue diff --json`. */
export interface ShownChange {
  readonly change: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly entity: 'VENDOR' | 'CATEGORY' | 'PRODUCT';
  readonly key: string;
  readonly name: string;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** What is asked of the server; without an upload the shared base is read anew. */
export interface LoadRequest {
  readonly upload?: { readonly fileName: string; readonly text: string };
  readonly kind?: 'CATALOGUE' | 'ENDOFLIFE';
  readonly category?: string | undefined;
  readonly dryRun: boolean;
}

/** A refusal of the server as it comes: one problem, or all of them. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly DescribedProblem[];
}

type Answer = { readonly changes: readonly ShownChange[] } | Refused;

const PROBLEM = '__typename ... on Problem { code message } ... on InputProblem { file line column path } ... on CatalogueRefusal { problems { code message file line column path } }';

const LOAD = serverDocument(`mutation ($input: LoadCatalogueInput!) { loadCatalogue(input: $input) { ... on LoadCatalogueSuccess { changes { change entity key name fields { field before after } } } ${PROBLEM} } }`);

/** Loads into the catalogue, or says what that would change; @throws CommandFailure with the first problem, after the others were printed. */
export async function loadCatalogue({ upload, kind = 'CATALOGUE', category, dryRun }: LoadRequest, server: Server, context: CommandContext): Promise<readonly ShownChange[]> {
  const uploadId = upload === undefined ? undefined : await server.upload(upload.fileName, oneChunk(upload.text));
  const { loadCatalogue: answer } = await server.ask<{ loadCatalogue: Answer }>(LOAD, { input: { uploadId, kind, category, dryRun } });
  return 'changes' in answer ? answer.changes : refuse(answer, context);
}

/** Ends the command with what the server refused; every further problem goes to standard error. */
export async function refuse({ problems = [], ...first }: Refused, { output }: CommandContext): Promise<never> {
  for (const problem of problems.slice(1)) await output.message(`✗ ${problemLine(withoutNulls(problem))}`);
  throw new CommandFailure(withoutNulls(problems[0] ?? first) as Problem);
}

function withoutNulls<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => value !== null && key !== '__typename')) as T;
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
