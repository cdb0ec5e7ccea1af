// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/units.js';
import { en } from './en/units.js';

export const unitsTexts = { de, en };
