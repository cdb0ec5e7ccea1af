// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { combine } from './combine.js';
import { isUnspecific, type PhraseReader, type Reading } from './reading.js';
import { restricts } from './restricting-remarks.js';

const TAIL = /(?:[\s\-–—,.;:(/<]+)(?:(?:see|siehe|refer to|for details|copyright|all rights reserved|please|included|per the)(?=\W|$)|©|\(c\)|@).*$/is;
const BASED_ON = /\b(?:based (?:up)?on|derived from|basierend auf)\s+(?:the\s+)?(.+)$/i;

/** "HSQLDB License, a BSD open source license": what follows describes the license and adds nothing. */
export function readApposition(text: string, read: PhraseReader): Reading | null {
  const [, name, description] = /^([^,]+),\s+an?\s+([^,]+)$/i.exec(text) ?? [];
  if (name === undefined || description === undefined || restricts(description)) return null;
  const reading = read(name);
  const described = read(description).candidates;
  return reading.candidates.length === 1 && reading.candidates.some((candidate) => described.includes(candidate)) ? reading : null;
}

/** "MIT, see LICENSE", "Mockrunner License, based on Apache 1.1", "Apache 2.0 - for the client": the license without remarks that take nothing away. */
export function readWithoutTail(text: string, read: PhraseReader): Reading | null {
  const bare = text.replace(TAIL, '').trim();
  if (restricts(text.slice(bare.length))) return null;
  if (bare !== '' && bare !== text) return read(bare);
  const based = BASED_ON.exec(text);
  const origin = based === null || restricts(text.slice(0, based.index)) ? undefined : based[1];
  const byOrigin = origin === undefined ? null : read(origin);
  if (byOrigin !== null && byOrigin.candidates.length > 0) return { ...byOrigin, method: 'part', confidence01: byOrigin.confidence01 * 0.6 };
  const head = /^([^-–:;.,]{2,}?)(?:\s+[-–]|[:;,]|\.\s)\s*.+$/.exec(text)?.[1];
  const reading = head === undefined || restricts(text.slice(head.length)) ? null : read(head);
  if (reading === null || reading.candidates.length === 0 || isUnspecific(reading)) return null;
  const after = read(text.slice((head as string).length).replace(/^[\s\-–:;,.]+/, ''));
  return after.candidates.length > 0 && !after.candidates.some((candidate) => reading.candidates.includes(candidate)) ? combine('AND', [reading, after]) : { ...reading, method: 'part', confidence01: reading.confidence01 * 0.7 };
}
