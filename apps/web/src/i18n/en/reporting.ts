// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReportingTexts } from '../de/reporting.js';

export const en: ReportingTexts = {
  target: 'Destination',
  targetLead: 'How far the city has come on its way to free software, and what has to be decided next.',
  m1: 'Standing of the products under principle M1',
  complies: 'open source',
  exempt: 'exempt for a reason',
  planned: 'move planned',
  open: 'open: neither open source, nor planned, nor exempt',
  openAct: 'look and decide',
  count: 'Products',
  state: 'Standing',
  picture: 'Products in use by standing',
  decide: 'What needs a decision',
  queue: 'names from inventories wait to be matched',
  notices: 'notice dates within the next 90 days',
  recheck: 'open-source alternatives are due for another look',
  help: 'Help',
  helpLead: 'What can be done with Fahrplan, on this page and on the command line.',
  steps: 'Next steps',
  commands: [
    ['npx fahrplan import FILE', 'Read your own inventory: CSV, Excel, GLPI, OCS, osquery, winget, SBOMs and more.'],
    ['npx fahrplan score', 'Score migration candidates; npx fahrplan show candidates shows them.'],
    ['npx fahrplan plan', 'Plan migration waves, with a proof of how good the plan is.'],
    ['npx fahrplan license "GPL v2 or later"', 'What is this licence?'],
    ['npx fahrplan doctor', 'Is the installation well?'],
  ],
  ownData: 'An empty database instead of the invented city',
  explorer: 'Try queries, with completion and a description of every field',
};
