// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/catalogue.js';
import { en } from './en/catalogue.js';

export const catalogueTexts = { de, en };
