// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { MatchDecision } from '#matching';
import { MatchRepository, type StoredTitle } from './match.repository.js';

/** Titles per statement when results are written. */
const CHUNK = 5_000;
const BY_PERSON = new Set(['MATCHING.DECIDED_BY_PERSON', 'MATCHING.LEFT_OUT_BY_PERSON']);

/** Recognises titles and writes down what came out; runs inside the caller's transaction. The outcome depends on catalogue, decisions and title alone, never on order. */
@Injectable()
export class MatchTitles {
  constructor(private readonly matches: MatchRepository) {}

  async execute(which: Parameters<MatchRepository['titles']>[0]): Promise<{ readonly matched: number; readonly queued: number }> {
    const matcher = await this.matches.matcher();
    const titles = await this.matches.titles(which);
    let matched = 0;
    let queued = 0;
    for (let at = 0; at < titles.length; at += CHUNK) {
      const results = titles.slice(at, at + CHUNK).map((title) => {
        const match = matcher.match(forMatching(title));
        const byPerson = isByPerson(match);
        if (match.decision === 'MATCHED') matched++;
        else if (match.role === 'PRODUCT' && !byPerson) queued++;
        return { title, match, byPerson };
      });
      await this.matches.write(results);
    }
    await this.matches.refreshProductUsage();
    return { matched, queued };
  }
}

/** Empty columns mean that the source said nothing. */
export function forMatching(title: Omit<StoredTitle, 'id'>) {
  return { title: title.raw, vendor: title.vendor || null, version: null, purl: title.purl || null, cpe: title.cpe || null };
}

function isByPerson(match: MatchDecision): boolean {
  return match.reasons.some((reason) => BY_PERSON.has(reason.code));
}
