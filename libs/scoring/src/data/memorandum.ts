// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Principle } from '../model.js';

/**
 * Principles of the "Memorandum zur Digitalisierung 2020 bis 2025" with its own words.
 *
 * @source press statement of January 2021 on the memorandum; resolution of the council of Dortmund of 11 February 2021
 */
export const memorandumPrinciples: readonly Principle[] = [
  {
    id: 'M1',
    name: { de: 'Freie Software, wo immer möglich', en: 'Open source wherever possible; proprietary software needs a reason' },
    sourceWords: 'Wo möglich Nutzung von Open Source Software',
  },
  {
    id: 'M2',
    name: { de: 'Eigene Software gehört allen', en: 'Software developed by or for the administration is published for everyone' },
    sourceWords: 'Von der Verwaltung entwickelte oder zur Entwicklung beauftragte Software wird der Allgemeinheit zur Verfügung gestellt',
  },
  {
    id: 'M3',
    name: { de: 'Schutz der Privatsphäre und der Daten', en: 'Privacy and personal data under the highest IT-security standards' },
    sourceWords: 'Schutz der Privatsphäre und persönlichen Daten über höchste IT-Sicherheitsstandards',
  },
  {
    id: 'M4',
    name: { de: 'Freier und gleicher Zugang für alle', en: 'Free and equal, also accessible, access for all' },
    sourceWords: 'freie[r] und gleichberechtigte[r] Zugang zum Netz für alle',
  },
  {
    id: 'M5',
    name: { de: 'Der analoge Weg bleibt offen', en: 'The analogue way to a public service stays open' },
    sourceWords: 'analoge[r] Zugang zu öffentlichen Diensten und Leistungen weiterhin … garantiert',
  },
  {
    id: 'M6',
    name: { de: 'Maßnahmen greifen ineinander', en: 'Measures interlock: interfaces, open standards, dependencies' },
    sourceWords: 'Alle Maßnahmen müssen jetzt gut ineinandergreifen und auf das Ziel einzahlen',
  },
  {
    id: 'M7',
    name: { de: 'Ein zentrales Steuerungsinstrument', en: 'One steering instrument that speeds up running projects' },
    sourceWords: 'zentrales Steuerungsinstrument … um die laufenden Projekte zu beschleunigen',
  },
  {
    id: 'M8',
    name: { de: 'Bestmögliche Leistungen', en: 'Best possible services for citizens and staff' },
    sourceWords: 'bestmögliche Leistungen für BürgerInnen und MitarbeiterInnen',
  },
  {
    id: 'M9',
    name: { de: 'Die Politik gestaltet mit', en: 'Politics can take part in shaping it' },
    sourceWords: 'dass Politik dabei aktiv mitgestalten kann',
  },
  {
    id: 'M10',
    name: { de: 'Nachholbedarf decken', en: 'Catch up in administration, citizen services and energy' },
    sourceWords: 'deutlichen Nachholbedarf … Digitalisierung der Verwaltung, der Bürgerdienste und im Energiebereich',
  },
  {
    id: 'M11',
    name: { de: 'Klimaschutz und Arbeitsleben', en: 'Climate protection and the future of work belong to the same goal' },
    sourceWords: 'Gestaltung unseres zukünftigen Arbeitslebens bis zum Klimaschutz',
  },
];
