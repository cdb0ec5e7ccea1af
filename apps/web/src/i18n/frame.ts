// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/frame.js';
import { en } from './en/frame.js';

export const frameTexts = { de, en };
