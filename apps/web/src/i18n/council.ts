// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/council.js';
import { en } from './en/council.js';

export const councilTexts = { de, en };
