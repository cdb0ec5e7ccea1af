// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from '@tanstack/react-router';
import { accessTexts } from '../i18n/access.js';
import { useTexts } from '../i18n/language.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/states.js';
import { ToStart } from '../ui/to-start.js';
import { useAccess } from './access.js';
import { SignIn } from './sign-in.js';

/** Where people sign in, and learn why it went wrong. */
export function SignInScreen() {
  const t = useTexts(accessTexts);
  const { state, viewer } = useAccess();
  const { reason, signedOut } = getRouteApi('/anmelden').useSearch();
  if (state === 'ASKING') return <Loading />;
  if (state === 'SIGNED_IN') {
    return (
      <Page title={t.signedIn} lead={viewer?.name ? t.signedInAs(viewer.name) : t.signedInHere}>
        <ToStart />
      </Page>
    );
  }
  return <SignIn reason={reason} signedOut={signedOut} to="/" />;
}
