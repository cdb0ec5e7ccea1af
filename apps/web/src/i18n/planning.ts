// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/planning.js';
import { en } from './en/planning.js';

export const planningTexts = { de, en };
