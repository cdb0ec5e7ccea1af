// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/licensing.js';
import { en } from './en/licensing.js';

export const licensingTexts = { de, en };
