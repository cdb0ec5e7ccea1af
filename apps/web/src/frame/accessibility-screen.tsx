// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { isOpenTo } from '../access/gate.js';
import { useAccess } from '../access/access.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { accessibilityTexts } from '../i18n/accessibility.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Page, Section } from '../ui/page.js';

const OPERATOR = graphql(`
  query Operator {
    operator { name accessibilityLaw accessibilityContact accessibilityBody accessibilityBodyUrl accessibilityReviewedOn signLanguageUrl }
  }
`);
type Operator = ResultOf<typeof OPERATOR>['operator'];

/** Day on which the statement was last compared with the software; changes with every considerable change of the page. */
const ASSESSED_ON = '2026-11-27';

/**
 * How far the page is accessible, what is not, how that was found out, and where to turn.
 *
 * @source Commission Implementing Decision (EU) 2018/1523 (model statement); BITV 2.0 § 7, BGG § 12b; BGG NRW § 10b, BITVNRW
 */
export function AccessibilityScreen() {
  const t = useTexts(accessibilityTexts);
  const answer = useQuery({ query: OPERATOR });
  const operator = answer[0].data?.operator;
  return (
    <Page title={t.title} lead={t.lead(operator?.name ?? t.anyOperator, operator?.accessibilityLaw ?? t.anyLaw)}>
      <p className="kern-body page-lead">{t.scope(location.host)}</p>
      {operator && !operator.name && <Unsaid variables="FAHRPLAN_OPERATOR, FAHRPLAN_ACCESSIBILITY_LAW">{t.notNamed}</Unsaid>}
      <Section title={t.standing}>
        <p className="kern-body page-lead">{t.standingText}</p>
      </Section>
      <Section title={t.gaps} hint={t.gapsHint}>
        <List items={[...t.gapList, ...(operator && !operator.signLanguageUrl ? [t.noVideoYet] : [])]} />
      </Section>
      <Section title={t.method} hint={t.methodHint}>
        <List items={t.methodList} />
        <p className="kern-body page-lead">{t.methodGap}</p>
      </Section>
      <Answer of={answer}>{(data) => <Turning operator={data.operator} />}</Answer>
      <Easy />
    </Page>
  );
}

/** What only the operator can say. */
function Turning({ operator }: { operator: Operator }) {
  const t = useTexts(accessibilityTexts);
  const { day } = useFormats();
  const { accessibilityContact: contact, accessibilityBody: body, accessibilityBodyUrl: bodyUrl, accessibilityReviewedOn: reviewedOn, signLanguageUrl } = operator;
  return (
    <>
      <Section title={t.contact}>
        {contact === null ? (
          <Unsaid variables="FAHRPLAN_ACCESSIBILITY_CONTACT">{t.contactMissing}</Unsaid>
        ) : (
          <p className="kern-body page-lead">
            {t.contactText}{' '}
            <a className="kern-link" href={/^https?:/.test(contact) ? contact : `mailto:${contact}`}>
              {contact}
            </a>
          </p>
        )}
      </Section>
      <Section title={t.body}>
        {body === null && bodyUrl === null ? (
          <Unsaid variables="FAHRPLAN_ACCESSIBILITY_BODY, FAHRPLAN_ACCESSIBILITY_BODY_URL">{t.bodyMissing}</Unsaid>
        ) : (
          <p className="kern-body page-lead">
            {t.bodyText}{' '}
            {bodyUrl === null ? (
              body
            ) : (
              <a className="kern-link" href={bodyUrl}>
                {body ?? bodyUrl}
              </a>
            )}
          </p>
        )}
      </Section>
      <Section title={t.made}>
        <p className="kern-body page-lead">{t.madeOn(day(ASSESSED_ON))}</p>
        {reviewedOn === null ? <Unsaid variables="FAHRPLAN_ACCESSIBILITY_REVIEWED_ON">{t.notReviewed}</Unsaid> : <p className="kern-body page-lead">{t.reviewed(operator.name ?? t.anyOperator, day(reviewedOn))}</p>}
      </Section>
      <Section title={t.signLanguage}>
        {signLanguageUrl === null ? (
          <Unsaid variables="FAHRPLAN_SIGN_LANGUAGE_URL">{t.noVideoYet}</Unsaid>
        ) : (
          <p className="kern-body">
            <a className="kern-link" href={signLanguageUrl}>
              {t.video}
            </a>
          </p>
        )}
      </Section>
    </>
  );
}

/** What this is, how one finds one's way, and the statement, in easy language, as BITV 2.0 § 4 asks for. */
function Easy() {
  const t = useTexts(accessibilityTexts);
  const access = useAccess();
  return (
    <Section title={t.easy} id="leichte-sprache">
      <h3 className="kern-heading-small">{t.easyContent}</h3>
      <List items={t.easyContentSentences} isEasy />
      {isOpenTo(access, 'PUBLIC_VIEW') && (
        <p className="kern-body">
          <Link to="/rat" className="kern-link">
            {t.easyCouncil}
          </Link>
        </p>
      )}
      <h3 className="kern-heading-small">{t.easyWay}</h3>
      <List items={t.easyWaySentences} isEasy />
      <h3 className="kern-heading-small">{t.easyStatement}</h3>
      <List items={t.easyStatementSentences} isEasy />
      <p className="muted">{t.easyGap}</p>
    </Section>
  );
}

function List({ items, isEasy = false }: { items: readonly string[]; isEasy?: boolean }) {
  return (
    <ul className={isEasy ? 'easy' : 'page-lead'}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Says plainly that something is not said yet, and by what it can be. */
function Unsaid({ variables, children }: { variables: string; children: ReactNode }) {
  const t = useTexts(accessibilityTexts);
  return (
    <p className="kern-body page-lead">
      {children} <span className="muted">{t.toSet(variables)}</span>
    </p>
  );
}
