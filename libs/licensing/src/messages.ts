// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';
import { compatibilityMessages } from './compatibility/messages.js';
import { expressionMessages } from './expression/messages.js';
import { policyMessages } from './policy/messages.js';
import { publiccodeMessages } from './publication/messages.js';

/** German and English sentences for every problem of this stage. */
export const licensingMessages: Messages = { ...expressionMessages, ...compatibilityMessages, ...policyMessages, ...publiccodeMessages };
