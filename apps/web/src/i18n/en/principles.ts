// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { PrinciplesTexts } from '../de/principles.js';

export const en: PrinciplesTexts = {
  principle: (id) => `Principle ${id}`,
  serves: 'Serves the principle',
  servesAll: 'Serves the principles',
  words: {
    M1: 'use open source wherever possible; proprietary software needs a reason',
    M2: 'software developed by or for the administration is published for everyone',
    M3: 'privacy and personal data under the highest IT-security standards',
    M4: 'free and equal access for all',
    M5: 'the analogue way to a public service stays open',
    M6: 'measures interlock and pay into the goal',
    M7: 'one steering instrument that speeds up running projects',
    M8: 'best possible services for citizens and staff',
    M9: 'politics can take part in shaping it',
    M10: 'catch up in administration, citizen services and energy',
    M11: 'climate protection and the future of work belong to the same goal',
  },
};
