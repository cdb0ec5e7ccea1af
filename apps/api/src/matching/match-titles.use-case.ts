// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { MatchDecision, Matcher } from '#matching';
import { MatchKnowledgeRepository } from './match-knowledge.repository.js';
import { MatchRepository, type StoredTitle } from './match.repository.js';

/** Titles per statement when results are written. */
const CHUNK = 5_000;
const BY_PERSON = new Set(['MATCHING.DECIDED_BY_PERSON', 'MATCHING.LEFT_OUT_BY_PERSON', 'MATCHING.COMPONENT_BY_PERSON']);

/** What came of matching some titles. */
export interface MatchedTitles {
  readonly titles: number;
  readonly matched: number;
  readonly queued: number;
  /** Titles whose match is another one than before. */
  readonly changed: number;
}

/** Recognises titles and writes down what came out; runs inside the caller's transaction. The outcome depends on catalogue, decisions and title alone, never on order. */
@Injectable()
export class MatchTitles {
  constructor(
    private readonly knowledge: MatchKnowledgeRepository,
    private readonly matches: MatchRepository,
  ) {}

  /** @param onProgress told after each chunk; may throw to end the work */
  async execute(which: Parameters<MatchRepository['titles']>[0], onProgress: (done: number, total: number) => void = () => undefined): Promise<MatchedTitles> {
    await this.knowledge.takeTurn();
    const isInStep = which === 'ALL' || (await this.knowledge.isInStep());
    const titles = await this.matches.titles(which);
    let matcher: Matcher | undefined; // reading what matching knows takes a while; an import without new titles does without
    const sum = { matched: 0, queued: 0, changed: 0 };
    for (let at = 0; at < titles.length; at += CHUNK) {
      const known = (matcher ??= await this.knowledge.matcher());
      const results = titles.slice(at, at + CHUNK).map((title) => {
        const match = known.match(forMatching(title));
        const byPerson = isByPerson(match);
        if (match.decision === 'MATCHED') sum.matched++;
        else if (match.role === 'PRODUCT' && !byPerson) sum.queued++;
        return { title, match, byPerson };
      });
      sum.changed += await this.matches.write(results);
      onProgress(Math.min(at + CHUNK, titles.length), titles.length);
    }
    await this.matches.refreshProductUsage();
    if (isInStep) await this.knowledge.keepInStep();
    return { titles: titles.length, ...sum };
  }

  /** Counts anew what lists show of products. */
  async refreshCounts(): Promise<void> {
    await this.knowledge.takeTurn();
    await this.matches.refreshProductUsage();
  }

  /** Which product each name stands for; null where that is not certain. Stores nothing. */
  async recognise(titles: readonly { readonly title: string; readonly vendor: string | null }[]): Promise<(number | null)[]> {
    const matcher = await this.knowledge.matcher();
    return titles.map(({ title, vendor }) => {
      if (title === '') return null;
      const match = matcher.match({ title, vendor, version: null, purl: null, cpe: null });
      return match.decision === 'MATCHED' && match.role === 'PRODUCT' ? match.productId : null;
    });
  }
}

/** Empty columns mean that the source said nothing. */
export function forMatching(title: Omit<StoredTitle, 'id'>) {
  return { title: title.raw, vendor: title.vendor || null, version: null, purl: title.purl || null, cpe: title.cpe || null };
}

function isByPerson(match: MatchDecision): boolean {
  return match.reasons.some((reason) => BY_PERSON.has(reason.code));
}
