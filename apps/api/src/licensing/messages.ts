// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for what can go wrong between a question about licenses and the library that answers it. */
export const licenseQuestionMessages: Messages = {
  'LICENSING.TOO_MANY_TEXTS': {
    de: 'Es sind {count} Lizenztexte auf einmal; erlaubt sind {most}. Teilen Sie die Liste auf.',
    en: 'There are {count} license texts at once; {most} are allowed. Split the list.',
  },
  'LICENSING.NOT_FOUND': {
    de: '{what} „{id}“ gibt es nicht. Vorhanden: {known}.',
    en: '{what} “{id}” does not exist. There are: {known}.',
  },
};
