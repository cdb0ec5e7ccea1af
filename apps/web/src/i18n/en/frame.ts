// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FrameTexts } from '../de/frame.js';

export const en: FrameTexts = {
  skip: 'Skip to content',
  navigation: 'Main navigation',
  sections: {
    target: 'Destination',
    inventory: 'Inventory',
    import: 'Import',
    licenseCheck: 'Licence check',
    candidates: 'Candidates',
    waves: 'Waves',
    reports: 'Reports',
    council: 'Council and public',
  },
  help: 'Help',
  accessibility: 'Accessibility statement',
  easy: 'Easy language',
  imprint: 'Imprint',
  privacy: 'Data protection',
  interface: 'GraphQL interface',
  license: 'Free software under the EUPL-1.2',
  dark: 'Dark',
  light: 'Light',
  offline: 'No connection',
  offlineAdvice: 'What is here already can still be read. The rest comes as soon as the connection is back.',
  screenAwayAdvice: 'This part could not be fetched. Is the program still running, and is there a connection? Everything else stays as it is.',
  notFound: 'There is no such page',
  notFoundAdvice: 'This address leads to no part of Fahrplan. Perhaps it is incomplete.',
  broken: 'Something went wrong here',
  brokenAdvice: 'It is not your doing. Try again; if that does not help, load the page anew.',
  again: 'Try again',
  reload: 'Load the page anew',
};
