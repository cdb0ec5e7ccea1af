// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { GraphQLError, Kind, type ASTVisitor, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import type { Problem } from '#kernel';
import { ProblemError } from '../problem-error.js';

/** A request's body, and a message over a web socket, is read up to here. */
export const MOST_BODY_BYTES = 4 * 1024 * 1024;
/** Words and signs of a document; reading stops there. */
export const MOST_TOKENS = 15_000;

/** What one document may ask for; explorers and our own pages stay far below. */
export const limits = {
  /** Fields within fields. */
  depth: 20,
  /** Fields altogether, fragments counted wherever they are used. */
  fields: 2_000,
  /** Fields under another name. */
  aliases: 200,
  /** Fields at the root of one operation: each is a read of its own. */
  rootFields: 50,
  /** Directives, repeated or not. */
  directives: 100,
  operations: 20,
} as const;

export type Limit = keyof typeof limits;

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0 };

/**
 * Says which limit a document exceeds; null where none. Each fragment is measured once, so that fragments that use each other twice over many steps cost no time.
 * A fragment that uses itself counts as nothing here: another rule refuses it.
 */
export function exceededLimit(document: DocumentNode): Problem | null {
  const fragments = new Map(document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  const measured = new Map<string, Size>();
  const sizeOf = (set: SelectionSetNode): Size => {
    let all = NOTHING;
    for (const selection of set.selections) all = besides(all, sizeOfSelection(selection));
    return all;
  };
  const sizeOfSelection = (selection: SelectionSetNode['selections'][number]): Size => {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? sizeOf(selection.selectionSet) : NOTHING;
      return { depth: below.depth + 1, fields: below.fields + 1, aliases: below.aliases + (selection.alias ? 1 : 0), directives: below.directives + directives, rootFields: 1 };
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? sizeOf(selection.selectionSet) : sizeOfFragment(selection.name.value);
    return { ...inner, directives: inner.directives + directives };
  };
  const sizeOfFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, NOTHING); // while it is being measured
    const fragment = fragments.get(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : NOTHING;
    measured.set(name, size);
    return size;
  };

  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > limits.operations) return tooMuch('operations', operations.length);
  for (const operation of operations) {
    const size = sizeOf(operation.selectionSet);
    for (const limit of ['depth', 'rootFields', 'aliases', 'directives', 'fields'] as const) if (size[limit] > limits[limit]) return tooMuch(limit, size[limit]);
  }
  return null;
}

function besides(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    rootFields: one.rootFields + other.rootFields,
  };
}

function tooMuch(limit: Limit, found: number): Problem {
  return { code: 'PLATFORM.DOCUMENT_TOO_LARGE', limit, most: limits[limit], found: found > 1e9 ? '> 1000000000' : found };
}

/** The limits as a rule among those that every document has to keep, whichever way it is answered afterwards. */
export function limitRule(context: ValidationContext): ASTVisitor {
  const problem = exceededLimit(context.getDocument());
  if (problem) context.reportError(new GraphQLError(problem.code, { originalError: new ProblemError(problem) }));
  return {};
}
