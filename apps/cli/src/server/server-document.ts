// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

declare const isDeclared: unique symbol;

/** A GraphQL document that the command line sends: nothing else can be asked of a server, so that the list of trusted documents has them all. */
export type ServerDocument = string & { readonly [isDeclared]: true };

const declared = new Set<string>();

/** Declares a document. Only where a module is loaded, never within a function: what is declared while a command runs is on no list (`apps/cli/list-documents.js`). */
export function serverDocument(text: string): ServerDocument {
  declared.add(text);
  return text as ServerDocument;
}

/** All documents of the modules that have been loaded. */
export function declaredDocuments(): readonly string[] {
  return [...declared];
}
