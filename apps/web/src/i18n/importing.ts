// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/importing.js';
import { en } from './en/importing.js';

export const importingTexts = { de, en };
