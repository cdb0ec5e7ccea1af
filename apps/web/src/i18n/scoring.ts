// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/scoring.js';
import { en } from './en/scoring.js';

export const scoringTexts = { de, en };
