// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/matching.js';
import { en } from './en/matching.js';

export const matchingTexts = { de, en };
