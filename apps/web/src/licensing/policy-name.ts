// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** A policy as it is called: those that came with the program in the reader's words, those of the administration by the name that it gave them. */
export const policyName = (name: string, words: Readonly<Record<string, string>>): string => (Object.hasOwn(words, name) ? words[name]! : name);
