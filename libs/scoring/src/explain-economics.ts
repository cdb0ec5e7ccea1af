// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { AlternativeKind } from './candidate-facts.js';
import type { CentsInterval, CentsRange, EconomicsFacts } from './economics.js';
import { sayAssumptions, type EconomicsAssumptions } from './economics-settings.js';

/** Where each amount comes from: contract numbers, an assumption; null where it is not known. */
export type EconomicsSources = Readonly<Partial<Record<keyof EconomicsFacts, string | null>>>;

/** What a net present value rests on. */
export interface EconomicsExplanation {
  /** The result, or which end of it is open and why. */
  readonly sentence: string;
  /** One sentence per amount and date, with its source. */
  readonly inputs: readonly string[];
  /** One sentence per setting of the economics: value, version, author and date. */
  readonly assumptions: readonly string[];
}

/** Explains the money of one candidate in sentences. */
export function explainEconomics(
  npvCents: CentsInterval,
  facts: EconomicsFacts,
  { assumptions, kind }: { readonly assumptions: EconomicsAssumptions; readonly kind: AlternativeKind | null },
  sources: EconomicsSources,
  language: Language,
): EconomicsExplanation {
  const say = sentences[language];
  const number = (value: number, digits = 0) => value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: digits });
  const euro = (cents: number) => `${number(Math.round(cents / 100))} €`;
  const between = (range: CentsRange, show: (value: number) => string) => (range.low === range.high ? show(range.low) : `${show(range.low)}–${show(range.high)}`);
  const amount = (name: keyof EconomicsFacts, range: CentsRange | null, show: (value: number) => string) =>
    range === null ? say.unknown(say.names[name]) : say.input(say.names[name], between(range, show), sources[name] ?? null);
  const end = facts.contractEndsOn;
  const ends = end === null ? say.unknown(say.names.contractEndsOn) : say.input(say.names.contractEndsOn, say.ends(end.earliest, end.latest), sources.contractEndsOn ?? null);
  return {
    sentence: say.npv(npvCents.low === null ? null : euro(npvCents.low), npvCents.expected === null ? null : euro(npvCents.expected), npvCents.high === null ? null : euro(npvCents.high)),
    inputs: [
      amount('annualCostCents', facts.annualCostCents, euro),
      ends,
      amount('oneOffCents', facts.oneOffCents, euro),
      amount('effortDays', facts.effortDays, (days) => number(days, 1)),
      amount('annualRunningCostCents', facts.annualRunningCostCents, euro),
    ],
    assumptions: sayAssumptions(assumptions, kind, language),
  };
}

const sentences = {
  de: {
    names: {
      annualCostCents: 'Heutige Kosten im Jahr', contractEndsOn: 'Ende der Zahlungspflicht', oneOffCents: 'Einmalige Kosten', annualRunningCostCents: 'Laufende Kosten der Alternative im Jahr', effortDays: 'Eigene Personentage',
    },
    input: (name: string, value: string, source: string | null) => `${name}: ${value}. Quelle: ${source ?? 'nicht angegeben'}.`,
    unknown: (name: string) => `${name}: unbekannt; dieses Ende der Spanne bleibt offen.`,
    ends: (earliest: string, latest: string | null) => (latest === earliest ? `am ${earliest}` : `frühestens am ${earliest}, ${latest === null ? 'spätestens unbekannt (Kündigungsfrist fehlt)' : `spätestens am ${latest}`}`),
    npv: (low: string | null, expected: string | null, high: string | null) =>
      low !== null && low === high ? `Kapitalwert: ${low}.` : `Kapitalwert: ${expected ?? 'nicht bestimmbar'} (mindestens ${low ?? 'offen'}, höchstens ${high ?? 'offen'}).`,
  },
  en: {
    names: {
      annualCostCents: 'Cost per year today', contractEndsOn: 'End of the duty to pay', oneOffCents: 'One-off cost', annualRunningCostCents: 'Running cost of the alternative per year', effortDays: 'Own person-days',
    },
    input: (name: string, value: string, source: string | null) => `${name}: ${value}. Source: ${source ?? 'not given'}.`,
    unknown: (name: string) => `${name}: unknown; this end of the range stays open.`,
    ends: (earliest: string, latest: string | null) => (latest === earliest ? `on ${earliest}` : `on ${earliest} at the earliest, ${latest === null ? 'at the latest unknown (notice period missing)' : `on ${latest} at the latest`}`),
    npv: (low: string | null, expected: string | null, high: string | null) =>
      low !== null && low === high ? `Net present value: ${low}.` : `Net present value: ${expected ?? 'cannot be told'} (at least ${low ?? 'open'}, at most ${high ?? 'open'}).`,
  },
} as const;
