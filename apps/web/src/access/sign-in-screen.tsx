// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from '@tanstack/react-router';
import { accessTexts } from '../i18n/access.js';
import { useTexts } from '../i18n/language.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/states.js';
import { useAccess } from './access.js';
import { SignIn } from './sign-in.js';

/** Where people sign in, and learn why it went wrong. */
export function SignInScreen() {
  const t = useTexts(accessTexts);
  const { state, viewer } = useAccess();
  const { reason } = getRouteApi('/anmelden').useSearch();
  if (state === 'ASKING') return <Loading />;
  if (state === 'SIGNED_IN') {
    return (
      <Page title={t.signedIn} lead={viewer?.name ? t.signedInAs(viewer.name) : t.signedInHere}>
        <p>
          <Link to="/" className="kern-link">
            {t.toStart}
          </Link>
        </p>
      </Page>
    );
  }
  return <SignIn reason={reason} to="/" />;
}
