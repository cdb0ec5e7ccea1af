// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { accessTexts } from '../i18n/access.js';
import { useTexts } from '../i18n/language.js';
import { useAccess } from './access.js';

/** Who is signed in, and the way out; for strangers, the way in. */
export function SignedIn() {
  const t = useTexts(accessTexts);
  const { state, viewer } = useAccess();
  if (state === 'ASKING') return null;
  if (!viewer) {
    return (
      <Link to="/anmelden" className="frame-tool">
        {t.signInAct}
      </Link>
    );
  }
  return (
    // a form, so that the server ends the session and nothing of the person stays in the page
    <form method="post" action="/sign-out" className="signed-in">
      <span className="signed-in-name">{viewer.name ?? t.localPerson}</span>
      <button type="submit" className="frame-tool">
        {t.signOut}
      </button>
    </form>
  );
}
