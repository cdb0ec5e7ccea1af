// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/reporting.js';
import { en } from './en/reporting.js';

export const reportingTexts = { de, en };
