// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { AccessTexts } from '../de/access.js';

export const en: AccessTexts = {
  signIn: 'Sign in',
  signInAct: 'Sign in',
  signOut: 'Sign out',
  signedOut: 'You are signed out of Fahrplan',
  signedOutHere: 'You are still signed in at the identity provider: whoever sits at this device after you gets in again without a password. On a shared device, sign out there, too.',
  signedOutOnlyHere: 'You may still be signed in at the identity provider. On a shared device, sign out there, too, or close the browser.',
  signOutThere: 'Sign out at the identity provider, too',
  signedIn: 'You are signed in',
  signedInAs: (name) => `Signed in as ${name}.`,
  signedInHere: 'Signed in as the person at this machine.',
  localPerson: 'This machine',
  lead: 'What software the administration uses, and how it gets to free software. You have to be signed in for this.',
  linkCommand: 'On the machine that Fahrplan runs on, enter:',
  linkOpen: 'Open the link that the command prints. It works once, within an hour.',
  linkBack: 'Come back here: this page notices that you are signed in.',
  publicLead: 'Open without signing in:',
  publicView: 'the report for council and public',
  code: 'Code',
  expired: 'Your session has ended',
  expiredAdvice: 'What is on screen stays. Anything new, and changes, need a new sign-in; it leads back here.',
  noRole: 'You are signed in, but have no role here',
  noRoleAdvice: 'Whoever runs Fahrplan can give you a role at the identity provider. Sign out and in again after that.',
  notPermitted: (what, roles) => `${what}: this is for whoever has one of these roles: ${roles}.`,
  wholeAdministration: (what) => `${what}: this concerns the whole administration; your rights hold for single departments.`,
  roles: { reader: 'reader', editor: 'editor', procurement: 'procurement', planner: 'planner', approver: 'approver', admin: 'administrator' },
  reasons: {
    'ACCESS.LINK_REFUSED': 'This sign-in link does not hold (any more). Each link works once, within an hour.',
    'ACCESS.SIGN_IN_FAILED': 'The sign-in did not come about. Begin again.',
    'ACCESS.PROVIDER_SILENT': 'The identity provider does not answer as it should. Try again later.',
    'ACCESS.HOST_NOT_ALLOWED': 'The identity provider is not set up completely. Whoever runs Fahrplan finds the reason in the log.',
  },
};
