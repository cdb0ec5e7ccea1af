// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useAccess } from '../access/access.js';
import { Gate, isOpenTo } from '../access/gate.js';
import { SignedIn } from '../access/signed-in.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import { frameTexts } from '../i18n/frame.js';
import { Icon } from '../ui/icon.js';
import { standAt } from '../ui/stand-at.js';
import { ConnectionNotice } from './connection-notice.js';
import { LookSwitch } from './look-switch.js';
import { SECTIONS } from './sections.js';

/** Header, navigation, the screen, footer. */
export function Frame() {
  const t = useTexts(frameTexts);
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  const isLoading = useRouterState({ select: (state) => state.status === 'pending' });
  return (
    <div className="frame">
      <a className="frame-skip kern-link" href="#main" onClick={() => main.current?.focus()}>
        {t.skip}
      </a>
      <header className="frame-header">
        <div className="frame-bar">
          <Link to="/" className="frame-name">
            <img src="/page/icon.svg" alt="" width="28" height="28" />
            <span>Fahrplan</span>
          </Link>
          <div className="frame-tools">
            <SignedIn />
            <LanguageSwitch />
            <LookSwitch />
          </div>
        </div>
        <Navigation />
      </header>
      <ConnectionNotice />
      <div className="frame-progress" data-busy={isLoading || undefined} />
      <main id="main" ref={main} tabIndex={-1} className="frame-main" aria-busy={isLoading}>
        <Gate>
          <Outlet />
        </Gate>
      </main>
      <Footer />
    </div>
  );
}

/** What the law wants to be found on every page, and the ways to help and the interface. */
function Footer() {
  const t = useTexts(frameTexts);
  const { operator } = useAccess();
  return (
    <footer className="frame-footer">
      <Link to="/hilfe" className="kern-link">
        {t.help}
      </Link>
      <Link to="/barrierefreiheit" className="kern-link">
        {t.accessibility}
      </Link>
      <Link to="/barrierefreiheit" hash="leichte-sprache" onClick={() => standAt('leichte-sprache')} className="kern-link">
        {t.easy}
      </Link>
      {operator?.imprintUrl && (
        <a className="kern-link" href={operator.imprintUrl}>
          {t.imprint}
        </a>
      )}
      {operator?.privacyUrl && (
        <a className="kern-link" href={operator.privacyUrl}>
          {t.privacy}
        </a>
      )}
      <a className="kern-link" href="/graphql">
        {t.interface}
      </a>
      <span>{t.license}</span>
    </footer>
  );
}

function Navigation() {
  const t = useTexts(frameTexts);
  const access = useAccess();
  const { routesByPath } = useRouter();
  const isShown = (path: string) => path in routesByPath && isOpenTo(access, routesByPath[path as '/'].options.staticData?.openTo);
  const here = useRouterState({ select: ({ location }) => location.pathname });
  const sections = SECTIONS.filter(({ path }) => isShown(path));
  if (sections.length === 0) return null;
  return (
    <nav className="frame-nav" aria-label={t.navigation}>
      <ul>
        {sections.map(({ path, name, also = [] }) => (
          <li key={path}>
            <Link to={path as '/'} activeOptions={{ exact: path === '/', includeSearch: false }} aria-current={also.some((other) => here === other || here.startsWith(`${other}/`)) ? 'page' : undefined}>
              {t.sections[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'de' ? 'en' : 'de';
  return (
    <button type="button" className="frame-tool" lang={other} onClick={() => choose(other)}>
      <Icon name="language" />
      {other === 'en' ? 'English' : 'Deutsch'}
    </button>
  );
}

/** After a click on a link the keyboard stands at the new screen, and screen readers begin there; filters in the address move nothing. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path, main]);
}
