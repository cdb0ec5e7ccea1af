// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CommandContext } from '../context.js';
import { word } from '../i18n/words.js';
import type { ShownChange } from '../server/load-catalogue.js';
import { amount } from './figures.js';

const CHANGES_SHOWN = 200;
const LONGEST_VALUE = 160;
const SIGNS = { ADDED: '+', CHANGED: '~', REMOVED: '-' } as const;

/** Prints what is, or would be, not as it was: an entry a line, its fields below. */
export async function printChanges(changes: readonly ShownChange[], isDryRun: boolean, { language, output }: CommandContext): Promise<void> {
  for (const { change, entity, key, name, fields } of changes.slice(0, CHANGES_SHOWN)) {
    await output.line(`${SIGNS[change]} ${word(entity, language)} ${key} (${name})`);
    for (const { field, before, after } of fields) await output.line(`    ${field}: ${shown(before)} → ${shown(after)}`);
  }
  if (changes.length > CHANGES_SHOWN) await output.line(`… ${changes.length - CHANGES_SHOWN} ${word('more', language)} (--json)`);
  const count = (kind: ShownChange['change']): string => `${amount(changes.filter(({ change }) => change === kind).length, language)} ${word(kind, language)}`;
  await output.line(changes.length === 0 ? word('catalogueSame', language) : [count('ADDED'), count('CHANGED'), count('REMOVED')].join(', '));
  if (isDryRun && changes.length > 0) await output.line(word('dryRun', language));
}

function shown(value: unknown): string {
  const text = value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
