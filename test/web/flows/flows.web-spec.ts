// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { inBrowser } from '../../support/browser.js';
import { runProgram } from '../../support/running-program.js';
import { byKeyboard } from './by-keyboard.js';
import { catalogueEditor } from './catalogue-editor.js';
import { council } from './council.js';
import { itArchitect } from './it-architect.js';
import { longLists } from './long-lists.js';
import { planner } from './planner.js';
import { procurement } from './procurement.js';

/** One whole way for each of those who use it (README), on one program with the invented city; what one changes, the next finds changed. */
describe('whole ways through the page', () => {
  const site = inBrowser(undefined, () => runProgram(null, 'city', { isPublicViewOn: true }));

  describe('IT architect', () => itArchitect(site));
  describe('procurement', () => procurement(site));
  describe('migration planner', () => planner(site));
  describe('council and citizens', () => council(site));
  describe('catalogue editor', () => catalogueEditor(site));
  describe('long lists', () => longLists(site));
  describe('the keyboard alone', () => byKeyboard(site));
});
