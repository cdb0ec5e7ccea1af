// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { Flip } from './find-flips.js';
import type { ScoringModel } from './model.js';
import type { Urgency } from './urgency.js';

/** How sure a candidate's place is, against the next one and by other methods; null is not known. */
export interface Robustness {
  /** The candidate that ranks next; null for the last. */
  readonly next: string | null;
  /** Share of draws in which it ranks before the next. */
  readonly beforeNext01: number | null;
  /** Smallest changes of one weight that put the next before it, smallest first. */
  readonly flips: readonly Flip[];
  readonly topsisRank: number | null;
  readonly prometheeRank: number | null;
}

/** Says how sure a candidate's place is. */
export function sayRobustness({ next, beforeNext01, flips, topsisRank, prometheeRank }: Robustness, model: ScoringModel, language: Language): string[] {
  const say = sentences[language];
  const percent = (share01: number) => (share01 * 100).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 });
  const said: string[] = [];
  if (next !== null) {
    if (beforeNext01 !== null) said.push(say.before(next, percent(beforeNext01)));
    const [flip] = flips;
    const name = model.criteria.find((criterion) => criterion.id === flip?.criterion)?.name[language];
    said.push(flip === undefined || name === undefined ? say.noFlip(next) : say.flip(next, name, percent(flip.weightNow01), percent(flip.weightAtFlip01), flip.isWithinBounds));
  }
  if (topsisRank !== null && prometheeRank !== null) said.push(say.opinions(topsisRank, prometheeRank));
  return said;
}

/** Says what makes a move urgent, beside its score. */
export function sayUrgency({ supportPoints, notes }: Urgency, language: Language): string[] {
  const say = sentences[language];
  const number = (value: number) => value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 });
  const points = supportPoints.low === supportPoints.high ? number(supportPoints.low) : `${number(supportPoints.low)}–${number(supportPoints.high)}`;
  const reasons = notes.map((note) => (note.note === 'SUPPORT_UNKNOWN' ? say.supportUnknown : say[note.note](note.on)));
  return [say.urgency(points), ...reasons];
}

const sentences = {
  de: {
    before: (next: string, percent: string) => `In ${percent} % der Ziehungen vor dem nächsten Kandidaten, ${next}.`,
    flip: (next: string, criterion: string, now: string, then: string, isWithinBounds: boolean) =>
      `${next} käme davor, wenn das Gewicht von „${criterion}“ von ${now} auf ${then} % ginge und die anderen im Verhältnis folgten; das liegt ${isWithinBounds ? 'innerhalb' : 'außerhalb'} der Grenzen des Modells.`,
    noFlip: (next: string) => `Kein einzelnes Gewicht bringt ${next} davor.`,
    opinions: (topsis: number, promethee: number) => `Zweite Meinung auf denselben Angaben: Rang ${topsis} nach TOPSIS, Rang ${promethee} nach PROMETHEE II.`,
    urgency: (points: string) => `Dringlichkeit nach Art der WiBe, außerhalb der Bewertung: ${points} von 10 Punkten für die Unterstützung des heutigen Produkts.`,
    supportUnknown: 'Wann die Herstellerunterstützung endet, ist nicht bekannt.',
    SUPPORT_ENDED: (on: string) => `Die Herstellerunterstützung endete am ${on}.`,
    SUPPORT_ENDS_SOON: (on: string) => `Die Herstellerunterstützung endet am ${on}.`,
    NOTICE_DUE: (on: string) => `Nächster Kündigungstag: ${on}.`,
  },
  en: {
    before: (next: string, percent: string) => `Before the next candidate, ${next}, in ${percent} % of the draws.`,
    flip: (next: string, criterion: string, now: string, then: string, isWithinBounds: boolean) =>
      `${next} would come before it if the weight of “${criterion}” went from ${now} to ${then} % and the others followed in proportion; that lies ${isWithinBounds ? 'within' : 'outside'} the bounds of the model.`,
    noFlip: (next: string) => `No single weight puts ${next} before it.`,
    opinions: (topsis: number, promethee: number) => `Second opinion on the same inputs: rank ${topsis} by TOPSIS, rank ${promethee} by PROMETHEE II.`,
    urgency: (points: string) => `Urgency after the manner of WiBe, beside the score: ${points} of 10 points for the support of today’s product.`,
    supportUnknown: 'When the vendor’s support ends is not known.',
    SUPPORT_ENDED: (on: string) => `The vendor’s support ended on ${on}.`,
    SUPPORT_ENDS_SOON: (on: string) => `The vendor’s support ends on ${on}.`,
    NOTICE_DUE: (on: string) => `Next day for notice: ${on}.`,
  },
} as const;
