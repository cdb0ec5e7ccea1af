// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Provider, type Client, type OperationResult } from 'urql';
import type { Language } from '#kernel';
import { createGraphqlClient } from '../graphql/client.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useLanguage } from '../i18n/language.js';

const ACCESS = graphql(`
  query Access {
    viewer { name permissions isLimitedToDepartments }
    signInOffer { way isPublicViewOn }
    operator { imprintUrl privacyUrl }
  }
`);

type Answer = ResultOf<typeof ACCESS>;
export type Viewer = NonNullable<Answer['viewer']>;

/** Who sits before the page. */
export interface Access {
  /** ASKING also where the server does not answer: nobody is taken for anything then. EXPIRED is whoever was signed in a moment ago. */
  readonly state: 'ASKING' | 'SIGNED_IN' | 'STRANGER' | 'EXPIRED';
  readonly viewer: Viewer | null;
  /** How one signs in, once the server has said so. */
  readonly offer: Answer['signInOffer'] | null;
  /** What stands below every page of who runs this. */
  readonly operator: Answer['operator'] | null;
}

const AccessContext = createContext<Access | null>(null);

/**
 * Knows who sits before the page, and is the way to the server for all screens. A refusal for want of a session makes it ask again; so does coming back to the window, where somebody may have signed
 * in in another one. Whoever comes back finds the screen as it was left, and what was refused is asked again.
 */
export function AccessProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [access, setAccess] = useState<Access>({ state: 'ASKING', viewer: null, offer: null, operator: null });
  const [round, setRound] = useState(0);
  const current = useRef(access);
  const isAsking = useRef(false);
  const ask = useCallback(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    const { data } = await createGraphqlClient(language).query(ACCESS, {}, { requestPolicy: 'network-only' }).toPromise();
    isAsking.current = false;
    if (!data) return;
    const before = current.current.state;
    const state = data.viewer ? 'SIGNED_IN' : before === 'SIGNED_IN' || before === 'EXPIRED' ? 'EXPIRED' : 'STRANGER';
    current.current = { state, viewer: data.viewer, offer: data.signInOffer, operator: data.operator };
    setAccess(current.current);
    if (state === 'SIGNED_IN' && (before === 'STRANGER' || before === 'EXPIRED')) setRound((count) => count + 1);
  }, [language]);
  const [answers] = useState(() => new EventTarget());
  useEffect(() => {
    const look = (event: Event) => {
      const { error } = (event as CustomEvent<OperationResult>).detail;
      const isRefused = error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'ACCESS.SIGN_IN_REQUIRED') ?? false;
      const { state } = current.current;
      if ((isRefused && state === 'SIGNED_IN') || (!error && state === 'ASKING')) void ask();
    };
    answers.addEventListener('answer', look);
    return () => answers.removeEventListener('answer', look);
  }, [answers, ask]);
  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    const back = () => {
      if (current.current.state !== 'SIGNED_IN' && document.visibilityState === 'visible') void ask();
    };
    addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, [ask]);
  const client = useMemo(() => newClient(round, language, answers), [round, language, answers]);
  return (
    <AccessContext value={access}>
      <Provider value={client}>{children}</Provider>
    </AccessContext>
  );
}

/** Each round has a client of its own: nothing of what was refused in the one before is kept. */
function newClient(_round: number, language: Language, answers: EventTarget): Client {
  return createGraphqlClient(language, (result) => answers.dispatchEvent(new CustomEvent('answer', { detail: result })));
}

export function useAccess(): Access {
  const access = use(AccessContext);
  if (!access) throw new Error('outside of AccessProvider');
  return access;
}
