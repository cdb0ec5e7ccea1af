// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** What can stand in the way of a decision about a title. */
export const decisionMessages: Messages = {
  'MATCHING.NOT_FOUND': {
    de: '{what} „{id}“ gibt es nicht (mehr). Laden Sie die Warteschlange neu.',
    en: '{what} “{id}” does not exist (any more). Load the queue again.',
  },
};
