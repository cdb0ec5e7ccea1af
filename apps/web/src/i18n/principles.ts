// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { de } from './de/principles.js';
import { en } from './en/principles.js';

export const principlesTexts = { de, en };
