// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** The principles of the memorandum, by which every figure can be told what it serves. */
export const de = {
  principle: (id: string) => `Grundsatz ${id}`,
  serves: 'Dient dem Grundsatz',
  servesAll: 'Dient den Grundsätzen',
  words: {
    M1: '„Wo möglich Nutzung von Open Source Software“',
    M2: '„Von der Verwaltung entwickelte oder zur Entwicklung beauftragte Software wird der Allgemeinheit zur Verfügung gestellt“',
    M3: '„Schutz der Privatsphäre und persönlichen Daten über höchste IT-Sicherheitsstandards“',
    M4: '„freie[r] und gleichberechtigte[r] Zugang zum Netz für alle“',
    M5: '„analoge[r] Zugang zu öffentlichen Diensten und Leistungen weiterhin … garantiert“',
    M6: '„Alle Maßnahmen müssen jetzt gut ineinandergreifen und auf das Ziel einzahlen“',
    M7: '„zentrales Steuerungsinstrument … um die laufenden Projekte zu beschleunigen“',
    M8: '„bestmögliche Leistungen für BürgerInnen und MitarbeiterInnen“',
    M9: '„dass Politik dabei aktiv mitgestalten kann“',
    M10: '„deutlichen Nachholbedarf … Digitalisierung der Verwaltung, der Bürgerdienste und im Energiebereich“',
    M11: '„Gestaltung unseres zukünftigen Arbeitslebens bis zum Klimaschutz“',
  },
};

export type PrinciplesTexts = typeof de;
