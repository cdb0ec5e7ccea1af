// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/curating.js';
import { en } from './en/curating.js';

export const curatingTexts = { de, en };
