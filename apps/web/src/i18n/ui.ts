// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/ui.js';
import { en } from './en/ui.js';

export const uiTexts = { de, en };
