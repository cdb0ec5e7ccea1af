// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/accessibility.js';
import { en } from './en/accessibility.js';

export const accessibilityTexts = { de, en };
