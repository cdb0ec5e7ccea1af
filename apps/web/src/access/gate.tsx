// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useMatches } from '@tanstack/react-router';
import { accessTexts } from '../i18n/access.js';
import { useTexts } from '../i18n/language.js';
import { Alert } from '../ui/alert.js';
import { Page } from '../ui/page.js';
import { useAccess, type Access } from './access.js';
import { SignIn, WayIn } from './sign-in.js';
import { SignedIn } from './signed-in.js';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who sees the screen without signing in: everybody, or strangers where the public view is on; else nobody. */
    readonly openTo?: 'EVERYBODY' | 'PUBLIC_VIEW';
  }
}

/** Whether a screen may be opened by whoever sits before the page; nobody is turned away before it is known who that is. */
export function isOpenTo({ state, offer }: Access, openTo: 'EVERYBODY' | 'PUBLIC_VIEW' | undefined): boolean {
  if (state === 'ASKING' || state === 'SIGNED_IN' || openTo === 'EVERYBODY') return true;
  return openTo === 'PUBLIC_VIEW' && (offer?.isPublicViewOn ?? false);
}

/** Stands before every screen: strangers are asked to sign in, people without a role are told so, and whoever's session has ended keeps the screen as it is. */
export function Gate({ children }: { children: ReactNode }) {
  const t = useTexts(accessTexts);
  const access = useAccess();
  const openTo = useMatches({ select: (matches) => matches.at(-1)?.staticData.openTo });
  const { state, viewer } = access;
  if (viewer !== null && viewer.permissions.length === 0 && openTo !== 'EVERYBODY') {
    return (
      <Page title={t.noRole} lead={t.noRoleAdvice}>
        <SignedIn />
      </Page>
    );
  }
  if (state !== 'EXPIRED' && !isOpenTo(access, openTo)) return <SignIn />;
  return (
    <>
      {state === 'EXPIRED' && openTo !== 'EVERYBODY' && (
        <Alert tone="warning" title={t.expired} isNews>
          <p>{t.expiredAdvice}</p>
          <WayIn />
        </Alert>
      )}
      {children}
    </>
  );
}
