// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Criterion } from '../model.js';
import { levelScale, linear, logarithmic, pointsScale, shareScale, units } from './units.js';

/** Criteria of the feasibility axis of `dortmund-2021`; their weights sum to 1. */
export const feasibilityCriteria: readonly Criterion[] = [
  {
    id: 'functional-coverage',
    axis: 'FEASIBILITY',
    name: { de: 'Abdeckung der Funktionen', en: 'Functional coverage' },
    question: { de: 'Welchen Anteil der benötigten Funktionen hat die Alternative?', en: 'Which share of the required functions does the alternative have?' },
    weight01: 0.35,
    weightMin01: 0.2,
    weightMax01: 0.5,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'covered-functions',
          name: { de: 'Abgedeckte Funktionen', en: 'Covered functions' },
          points: 80,
          measure: {
            kind: 'COVERAGE',
            covered: 'functionsCovered',
            missing: 'functionsMissing',
            alternativeKind: 'alternativeKind',
            ranges: { FULL: [0.85, 1], PARTIAL: [0.3, 0.85], NEEDS_COMPLEMENT: [0.5, 0.9], COEXISTENCE: [0.1, 0.6] },
          },
          scale: shareScale,
        },
        {
          id: 'evidence',
          name: { de: 'Geprüfte Belege', en: 'Verified evidence' },
          points: 20,
          measure: { kind: 'LARGEST', facts: ['verifiedSources'] },
          scale: linear(units.count, [0, 0], [1, 0.5], [3, 1]),
        },
      ],
    },
    scale: pointsScale,
    principles: ['M8'],
  },
  {
    id: 'maturity',
    axis: 'FEASIBILITY',
    name: { de: 'Reife', en: 'Maturity' },
    question: { de: 'Wie lebendig, getragen und erprobt ist die Alternative?', en: 'How alive, supported and proven is the alternative?' },
    weight01: 0.2,
    weightMin01: 0.1,
    weightMax01: 0.3,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'release-activity',
          name: { de: 'Tage seit der letzten Veröffentlichung', en: 'Days since the last release' },
          points: 30,
          measure: { kind: 'DAYS_SINCE', fact: 'lastReleaseOn' },
          scale: linear(units.days, [90, 1], [365, 0.6], [1095, 0]),
        },
        {
          id: 'governance',
          name: { de: 'Trägerschaft', en: 'Governance' },
          points: 20,
          measure: { kind: 'LEVEL', fact: 'governance', levels: { SINGLE_MAINTAINER: 0, SINGLE_VENDOR: 0.5, COMMUNITY: 0.8, FOUNDATION: 1 } },
          scale: levelScale,
        },
        {
          id: 'support-offers',
          name: { de: 'Angebote für Unterstützung', en: 'Support offers' },
          points: 25,
          measure: { kind: 'LARGEST', facts: ['supportOffers'] },
          scale: linear(units.count, [0, 0], [1, 0.5], [3, 1]),
        },
        {
          id: 'administrations-using',
          name: { de: 'Andere Verwaltungen nutzen sie', en: 'Other administrations use it' },
          points: 25,
          measure: { kind: 'LARGEST', facts: ['administrationsUsing'] },
          scale: linear(units.count, [0, 0], [1, 0.4], [5, 0.8], [20, 1]),
        },
      ],
    },
    scale: pointsScale,
    principles: ['M1', 'M3'],
  },
  {
    id: 'interface-readiness',
    axis: 'FEASIBILITY',
    name: { de: 'Bereitschaft der Schnittstellen', en: 'Interface readiness' },
    question: {
      de: 'Wie viele Schnittstellen welcher Art müssen umziehen oder erhalten bleiben?',
      en: 'How many interfaces of which kind must move or be kept?',
    },
    weight01: 0.15,
    weightMin01: 0.08,
    weightMax01: 0.25,
    measure: {
      kind: 'WEIGHTED_SUM',
      terms: [
        { fact: 'interfacesOpen', factor: 0.25 },
        { fact: 'interfacesDocumented', factor: 1 },
        { fact: 'interfacesProprietary', factor: 3 },
      ],
    },
    scale: linear(units.burden, [0, 1], [3, 0.6], [10, 0.2], [30, 0]),
    principles: ['M6'],
  },
  {
    id: 'data-document-effort',
    axis: 'FEASIBILITY',
    name: { de: 'Aufwand für Daten und Dokumente', en: 'Data and document effort' },
    question: { de: 'Wie viel Arbeit machen Formate, Makros und Bestände?', en: 'How much work do formats, macros and holdings make?' },
    weight01: 0.15,
    weightMin01: 0.08,
    weightMax01: 0.25,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'formats-carried-over',
          name: { de: 'Anteil der Formate, die mitkommen', en: 'Share of formats carried over' },
          points: 40,
          measure: { kind: 'LARGEST', facts: ['formatsCarriedOver01'] },
          scale: shareScale,
        },
        {
          id: 'macros',
          name: { de: 'Makros, Vorlagen und Skripte', en: 'Macros, templates and scripts' },
          points: 40,
          measure: { kind: 'LARGEST', facts: ['macros'] },
          scale: logarithmic(units.count, [1, 1], [100, 0.5], [10_000, 0]),
        },
        {
          id: 'volume',
          name: { de: 'Umfang der Bestände', en: 'Volume of holdings' },
          points: 20,
          measure: { kind: 'LARGEST', facts: ['documentVolumeGigabytes'] },
          scale: logarithmic(units.gigabytes, [1, 1], [1_000, 0.5], [100_000, 0]),
        },
      ],
    },
    scale: pointsScale,
    principles: ['M6'],
  },
  {
    id: 'people',
    axis: 'FEASIBILITY',
    name: { de: 'Menschen', en: 'People' },
    question: { de: 'Wie viel verlangt die Umstellung den Menschen ab?', en: 'How much does the move ask of people?' },
    weight01: 0.15,
    weightMin01: 0.08,
    weightMax01: 0.25,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'users-to-train',
          name: { de: 'Zu schulende Nutzende', en: 'Users to train' },
          points: 50,
          measure: { kind: 'LARGEST', facts: ['usersToTrain'] },
          scale: logarithmic(units.users, [1, 1], [100, 0.6], [10_000, 0]),
        },
        {
          id: 'similarity',
          name: { de: 'Ähnlichkeit der Bedienung', en: 'Similarity of use' },
          points: 30,
          measure: { kind: 'LEVEL', fact: 'similarity', levels: { LOW: 0, MEDIUM: 0.5, HIGH: 1 } },
          scale: levelScale,
        },
        {
          id: 'champions',
          name: { de: 'Fürsprecherinnen und Fürsprecher in den Ämtern', en: 'Champions in the departments' },
          points: 20,
          measure: { kind: 'LARGEST', facts: ['champions'] },
          scale: linear(units.count, [0, 0], [1, 0.5], [5, 1]),
        },
      ],
    },
    scale: pointsScale,
    principles: ['M8', 'M11'],
  },
];
