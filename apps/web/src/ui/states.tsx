// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { CombinedError } from '@urql/core';
import { failuresOf } from '../graphql/failures.js';
import { uiTexts } from '../i18n/ui.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Alert } from './alert.js';
import { Button } from './button.js';

/** Something is on its way. */
export function Loading() {
  const t = useTexts(uiTexts);
  return (
    <div className="state" role="status">
      <div className="kern-loader kern-loader--visible" />
      <p className="kern-body">{t.loading}</p>
    </div>
  );
}

/** There is nothing, and this is what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <p className="kern-title">{title}</p>
      {children && <div className="kern-body">{children}</div>}
    </div>
  );
}

/** What a request failed of: the server's sentence and code, or that it could not be reached. */
export function Failed({ error, onAgain }: { error: CombinedError; onAgain?: () => void }) {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  return (
    <div className="stack" role="alert">
      {failuresOf(error, language).map(({ kind, code, message }) => (
        <Alert key={code + message} tone={kind === 'problem' ? 'warning' : 'danger'} title={kind === 'unreachable' ? t.unreachable : kind === 'unexpected' ? t.unexpected : message}>
          {kind === 'unreachable' ? <p>{t.unreachableAdvice}</p> : kind === 'unexpected' ? <p>{t.unexpectedAdvice}</p> : null}
          <p className="code">
            {t.code}: {code}
          </p>
        </Alert>
      ))}
      {onAgain && (
        <p>
          <Button kind="secondary" icon="autorenew" onClick={onAgain}>
            {t.again}
          </Button>
        </p>
      )}
    </div>
  );
}

/** A member of a mutation's union that stands in the way: what is wrong and what to do. */
export interface ShownProblem {
  readonly code: string;
  readonly message: string;
  readonly messageDe: string;
  /** Of a change that was made for something else than what is there: who made the last one, and when. */
  readonly changedBy?: string | null;
  readonly changedAt?: string | null;
}

/** What an operation answered with, where that is a problem; nothing where it went well or has not answered yet. */
export function ProblemOf({ answer, onReload }: { answer: object | null | undefined; onReload?: () => void }) {
  return answer && 'code' in answer && 'messageDe' in answer ? <ProblemNote problem={answer as ShownProblem} onReload={onReload} /> : null;
}

/**
 * A problem that a mutation answered with.
 *
 * @param onReload reads what is there today, for a change that came too late
 */
export function ProblemNote({ problem, onReload }: { problem: ShownProblem; onReload?: (() => void) | undefined }) {
  const t = useTexts(uiTexts);
  const { language } = useLanguage();
  if (problem.code === 'PLATFORM.CHANGED_MEANWHILE') return <ChangedMeanwhile problem={problem} onReload={onReload} />;
  return (
    <Alert tone="warning" title={language === 'de' ? problem.messageDe : problem.message} isNews>
      <p className="code">
        {t.code}: {problem.code}
      </p>
    </Alert>
  );
}

function ChangedMeanwhile({ problem: { code, changedBy, changedAt }, onReload }: { problem: ShownProblem; onReload: (() => void) | undefined }) {
  const t = useTexts(uiTexts);
  const { instant } = useFormats();
  return (
    <Alert tone="warning" title={t.changedMeanwhile} isNews>
      <p>
        {changedBy && changedAt ? t.changedMeanwhileBy(changedBy, instant(changedAt)) : t.changedMeanwhileElse} {t.changedMeanwhileAdvice}
      </p>
      {onReload && (
        <p>
          <Button kind="secondary" icon="autorenew" onClick={onReload}>
            {t.loadToday}
          </Button>
        </p>
      )}
      <p className="code">
        {t.code}: {code}
      </p>
    </Alert>
  );
}
