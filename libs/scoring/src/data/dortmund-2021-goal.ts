// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Criterion } from '../model.js';
import { levelScale, linear, logarithmic, pointsScale, units } from './units.js';

/** Criteria of the goal axis of `dortmund-2021`; their weights sum to 1. */
export const goalCriteria: readonly Criterion[] = [
  {
    id: 'openness-gain',
    axis: 'GOAL',
    name: { de: 'Gewinn an Offenheit', en: 'Openness gain' },
    question: {
      de: 'Wie viel freier ist die Lizenz der Alternative als die des heutigen Produkts?',
      en: 'How much freer is the licence of the alternative than that of today’s product?',
    },
    weight01: 0.25,
    weightMin01: 0.15,
    weightMax01: 0.4,
    measure: {
      kind: 'LEVEL_GAIN',
      today: 'todayLicenseClass',
      alternative: 'alternativeLicenseClass',
      // Every open-source class may be used for every purpose, which is all that M1 asks; so they share one level.
      levels: {
        PROPRIETARY: 0,
        NON_COMMERCIAL: 1,
        SOURCE_AVAILABLE: 2,
        PERMISSIVE: 4,
        WEAK_COPYLEFT: 4,
        STRONG_COPYLEFT: 4,
        NETWORK_COPYLEFT: 4,
        PUBLIC_DOMAIN: 4,
      },
    },
    scale: linear(units.levels, [-4, 0], [0, 0], [4, 1]),
    principles: ['M1'],
  },
  {
    id: 'reach',
    axis: 'GOAL',
    name: { de: 'Reichweite', en: 'Reach' },
    question: { de: 'Wie viele Installationen oder Nutzende erreicht die Umstellung?', en: 'How many installations or users does the move reach?' },
    weight01: 0.15,
    weightMin01: 0.08,
    weightMax01: 0.25,
    measure: { kind: 'LARGEST', facts: ['installations', 'namedUsers'] },
    scale: logarithmic(units.reached, [1, 0], [100, 0.5], [10_000, 1]),
    principles: ['M1', 'M8'],
  },
  {
    id: 'lock-in-relief',
    axis: 'GOAL',
    name: { de: 'Lösung von Herstellerbindung', en: 'Lock-in relief' },
    question: { de: 'Wie sehr löst die Umstellung von einem Hersteller?', en: 'How far does the move free us from one vendor?' },
    weight01: 0.15,
    weightMin01: 0.08,
    weightMax01: 0.25,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'open-formats',
          name: { de: 'Offene Formate werden mitgenommen', en: 'Open formats carried over' },
          points: 30,
          measure: { kind: 'LEVEL', fact: 'openFormats', levels: { NONE: 0, SOME: 0.6, ALL: 1 } },
          scale: levelScale,
        },
        {
          id: 'data-export',
          name: { de: 'Daten lassen sich ausführen', en: 'Data can be taken out' },
          points: 20,
          measure: { kind: 'LEVEL', fact: 'dataExport', levels: { NONE: 0, PARTIAL: 0.5, FULL: 1 } },
          scale: levelScale,
        },
        {
          id: 'support-market',
          name: { de: 'Mehr als ein Anbieter für Unterstützung', en: 'More than one company offers support' },
          points: 20,
          measure: { kind: 'LARGEST', facts: ['supportOffers'] },
          scale: linear(units.count, [0, 0], [1, 0.3], [3, 1]),
        },
        {
          id: 'vendor-concentration',
          name: { de: 'Anteil des Herstellers an allen Ausgaben (Beitrag zum HHI)', en: 'Share of the vendor in all spend (HHI contribution)' },
          points: 30,
          measure: { kind: 'SHARE_SQUARED', fact: 'vendorSpendShare01' },
          // 100 points are a share of 10 %, 625 a share of 25 %, 10,000 the whole.
          scale: linear(units.hhi, [0, 0], [100, 0.5], [625, 1], [10_000, 1]),
        },
      ],
    },
    scale: pointsScale,
    principles: ['M1', 'M6'],
  },
  {
    id: 'publication-potential',
    axis: 'GOAL',
    name: { de: 'Veröffentlichung eigener Entwicklung', en: 'Publication potential' },
    question: {
      de: 'Wird eigene Entwicklung veröffentlichbar oder nachnutzbar?',
      en: 'Does own development become publishable or reusable?',
    },
    weight01: 0.05,
    weightMin01: 0.02,
    weightMax01: 0.1,
    measure: { kind: 'LEVEL', fact: 'ownDevelopment', levels: { NONE: 0, EXTENSIONS: 0.5, OWN: 1 } },
    scale: levelScale,
    principles: ['M2'],
  },
  {
    id: 'data-protection-security',
    axis: 'GOAL',
    name: { de: 'Datenschutz und Sicherheit', en: 'Data protection and security' },
    question: {
      de: 'Welches Risiko für Daten und Betrieb nimmt die Umstellung weg?',
      en: 'Which risk to data and operation does the move take away?',
    },
    weight01: 0.15,
    weightMin01: 0.08,
    weightMax01: 0.25,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'reach-of-foreign-law',
          name: { de: 'Personenbezogene Daten im Zugriff fremden Rechts', en: 'Personal data within reach of foreign law' },
          points: 50,
          measure: {
            kind: 'LEVEL_PRODUCT',
            factors: [
              { fact: 'personalData', levels: { NO: 0.3, YES: 1 } },
              { fact: 'todayJurisdiction', levels: { EU: 0, ADEQUATE: 0.4, CONDITIONAL: 0.7, THIRD_COUNTRY: 1 } },
            ],
          },
          scale: levelScale,
        },
        {
          id: 'end-of-support',
          name: { de: 'Tage bis zum Ende der Herstellerunterstützung', en: 'Days until the vendor’s support ends' },
          points: 50,
          measure: { kind: 'DAYS_UNTIL', fact: 'supportEndsOn' },
          scale: linear(units.days, [0, 1], [365, 0.7], [1095, 0.2], [1825, 0]),
        },
      ],
    },
    scale: pointsScale,
    principles: ['M3'],
  },
  {
    id: 'accessibility',
    axis: 'GOAL',
    name: { de: 'Barrierefreiheit', en: 'Accessibility' },
    question: {
      de: 'Ist die Alternative nach EN 301 549 / BITV besser belegt zugänglich als das heutige Produkt?',
      en: 'Is the alternative proven more accessible by EN 301 549 / BITV than today’s product?',
    },
    weight01: 0.1,
    weightMin01: 0.05,
    weightMax01: 0.2,
    measure: {
      kind: 'LEVEL_GAIN',
      today: 'todayAccessibility',
      alternative: 'alternativeAccessibility',
      levels: { NONE: 0, PARTIAL: 1, SELF_DECLARED: 2, TESTED: 3 },
    },
    scale: linear(units.levels, [-3, 0], [0, 0.5], [3, 1]),
    principles: ['M4'],
  },
  {
    id: 'service-benefit',
    axis: 'GOAL',
    name: { de: 'Nutzen für Leistungen', en: 'Service benefit' },
    question: {
      de: 'Kommt die Umstellung Bürgerinnen und Bürgern und den Feldern mit Nachholbedarf zugute?',
      en: 'Does the move serve citizens and the areas that have to catch up?',
    },
    weight01: 0.1,
    weightMin01: 0.05,
    weightMax01: 0.2,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'citizen-facing',
          name: { de: 'Bürgerinnen und Bürger nutzen es', en: 'Citizens use it' },
          points: 60,
          measure: { kind: 'LEVEL', fact: 'citizenFacing', levels: { NO: 0, YES: 1 } },
          scale: levelScale,
        },
        {
          id: 'catch-up-area',
          name: { de: 'Feld mit Nachholbedarf', en: 'Area that has to catch up' },
          points: 40,
          measure: { kind: 'LEVEL', fact: 'catchUpArea', levels: { NONE: 0, ADMINISTRATION: 1, CITIZEN_SERVICES: 1, ENERGY: 1 } },
          scale: levelScale,
        },
      ],
    },
    scale: pointsScale,
    principles: ['M8', 'M10'],
  },
  {
    id: 'footprint',
    axis: 'GOAL',
    name: { de: 'Ressourcenverbrauch', en: 'Footprint' },
    question: { de: 'Schont die Umstellung Hardware und Energie?', en: 'Does the move spare hardware and energy?' },
    weight01: 0.05,
    weightMin01: 0.02,
    weightMax01: 0.1,
    measure: {
      kind: 'POINTS',
      parts: [
        {
          id: 'keeps-hardware',
          name: { de: 'Hardware bleibt länger in Gebrauch', en: 'Keeps hardware alive' },
          points: 60,
          measure: { kind: 'LEVEL', fact: 'keepsHardware', levels: { NO: 0, YES: 1 } },
          scale: levelScale,
        },
        {
          id: 'resource-class',
          name: { de: 'Ressourcenklasse', en: 'Resource class' },
          points: 40,
          measure: { kind: 'LEVEL', fact: 'resourceClass', levels: { HEAVIER: 0, SAME: 0.5, LIGHTER: 1 } },
          scale: levelScale,
        },
      ],
    },
    scale: pointsScale,
    principles: ['M11'],
  },
];
