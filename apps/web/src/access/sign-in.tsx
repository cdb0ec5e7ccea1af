// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link, useRouterState } from '@tanstack/react-router';
import { accessTexts } from '../i18n/access.js';
import { useTexts } from '../i18n/language.js';
import { Alert } from '../ui/alert.js';
import { Page } from '../ui/page.js';
import { useAccess } from './access.js';

/** What a stranger sees instead of a screen: what this is, how one gets in, and what is open to all. */
export function SignIn({ reason, signedOut, to }: { reason?: keyof typeof accessTexts.de.reasons | undefined; signedOut?: 'HERE' | 'OFFER' | undefined; to?: string }) {
  const t = useTexts(accessTexts);
  const { offer } = useAccess();
  return (
    <Page title={t.signIn} lead={t.lead}>
      {reason && (
        <Alert tone="warning" title={t.reasons[reason]} isNews>
          <p className="code">
            {t.code}: {reason}
          </p>
        </Alert>
      )}
      {signedOut && <SignedOut isWayOffered={signedOut === 'OFFER'} />}
      <WayIn to={to} />
      {offer?.isPublicViewOn && (
        <p className="kern-body">
          {t.publicLead}{' '}
          <Link to="/rat" className="kern-link">
            {t.publicView}
          </Link>
        </p>
      )}
    </Page>
  );
}

/** Says that whoever signed out here is still signed in at the provider, and leads there where it lets people sign out. */
function SignedOut({ isWayOffered }: { isWayOffered: boolean }) {
  const t = useTexts(accessTexts);
  return (
    <Alert tone="info" title={t.signedOut} isNews>
      <p>{isWayOffered ? t.signedOutHere : t.signedOutOnlyHere}</p>
      {isWayOffered && (
        <p>
          <a className="kern-link" href="/sign-out/provider">
            {t.signOutThere}
          </a>
        </p>
      )}
    </Alert>
  );
}

/** The button that leads to the provider and back to where one was; without a provider, how one comes by a link. */
export function WayIn({ to }: { to?: string | undefined }) {
  const t = useTexts(accessTexts);
  const { offer } = useAccess();
  const here = useRouterState({ select: ({ location }) => location.href });
  if (offer?.way === 'PROVIDER') {
    return (
      <p>
        <a className="kern-btn kern-btn--primary" href={`/sign-in?to=${encodeURIComponent(to ?? here)}`}>
          <span className="kern-label">{t.signInAct}</span>
        </a>
      </p>
    );
  }
  return (
    <ol className="kern-body sign-in-steps">
      <li>
        {t.linkCommand} <code className="code">npx fahrplan sign-in</code>
      </li>
      <li>{t.linkOpen}</li>
      <li>{t.linkBack}</li>
    </ol>
  );
}
