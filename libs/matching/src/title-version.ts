// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReadTitle } from './read-title.js';
import type { Token } from './tokens.js';

/**
 * The version that a title states: the dotted number if there is one, else the first number behind the name; `8 Update 291` → `8u291`, `7.60 (Patch 5)` →
 * `7.60 Patch 5`, `2012 R2 SP1` → `2012 R2 SP1`; of Debian's `1:7.4.7-1+deb12u1` the upstream part `7.4.7`.
 *
 * @returns null where the title states none
 */
export function titleVersion({ text, tokens }: ReadTitle): string | null {
  const numbers = tokens.filter((token) => token.kind === 'VERSION' && /\d/.test(token.text));
  const main = numbers.find(isDotted) ?? numbers[0];
  if (main === undefined) return null;
  const at = tokens.indexOf(main);
  let version = upstream(text.slice(main.start, main.end));
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next]!;
    const number = tokens[next + 1];
    if (token.kind !== 'VERSION') break;
    if ((token.text === 'update' || token.text === 'u') && number?.kind === 'VERSION') version += `u${number.text}`;
    else if (token.text === 'patch' && number?.kind === 'VERSION') version += ` Patch ${number.text}`;
    else if (token.text === 'pack' || token.text === 'sp') version += number === undefined ? '' : ` SP${number.text}`;
    else if (/^(?:sp|r)\d$/.test(token.text)) version += ` ${token.text.toUpperCase()}`;
    else if (!/^(?:service|servicepack|feature)$/.test(token.text)) break;
    if (/^(?:update|u|patch|pack|sp)$/.test(token.text)) next++;
  }
  return version;
}

function isDotted(token: Token): boolean {
  return /\d\.[\dx]/.test(token.text) || /^\d+:\d/.test(token.text);
}

function upstream(version: string): string {
  const bare = version.replace(/^[vV](?=\d)/, '').replace(/^\d{1,2}:(?=\d)/, '');
  return /^[\d.]+\S*-\S*(?:deb|ubuntu|\+b?\d|~)/.test(bare) || /^\d+:/.test(version) ? bare.replace(/-[^-]*$/, '').replace(/[+~](?:dfsg|ds|really|deb|git).*$/, '') : bare;
}
