// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/access.js';
import { en } from './en/access.js';

export const accessTexts = { de, en };
