// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState, type ComponentType } from 'react';
import { lazyRouteComponent } from '@tanstack/react-router';
import { frameTexts } from '../i18n/frame.js';
import { useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';

type Screens<Name extends string> = Readonly<Record<Name, ComponentType>>;

/**
 * A screen that is fetched when it is opened. Where the server is away, that is said, and the page stays; where it answers but no longer has the screen, another version was put up meanwhile, and the
 * router loads the page anew.
 */
export function lazyScreen<Name extends string>(fetchIt: () => Promise<Screens<Name>>, name: Name) {
  const orSay = async (): Promise<Screens<Name>> => {
    try {
      return await fetchIt();
    } catch (failure) {
      if (await isServerThere()) throw failure;
      return { [name]: lateScreen(fetchIt, name) } as Screens<Name>;
    }
  };
  return lazyRouteComponent(orSay as () => Promise<Record<string, ComponentType>>, name);
}

async function isServerThere(): Promise<boolean> {
  return fetch('/health/live', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** What stands in the place of a screen that could not be fetched, until it can. */
function lateScreen<Name extends string>(fetchIt: () => Promise<Screens<Name>>, name: Name): ComponentType {
  return function LateScreen() {
    const t = useTexts(frameTexts);
    const ui = useTexts(uiTexts);
    const [screen, setScreen] = useState<{ readonly Screen: ComponentType }>();
    const again = async () => {
      try {
        const screens = await fetchIt();
        setScreen({ Screen: screens[name] });
      } catch {
        if (await isServerThere()) location.reload(); // some browsers remember that it failed
      }
    };
    if (screen) return <screen.Screen />;
    return (
      <Page title={ui.unreachable}>
        <Alert tone="danger" title={ui.unreachable} isNews>
          {t.screenAwayAdvice}
        </Alert>
        <p>
          <Button kind="secondary" icon="autorenew" onClick={() => void again()}>
            {ui.again}
          </Button>
        </p>
      </Page>
    );
  };
}
