// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { reportingTexts } from '../i18n/reporting.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Page, Section } from '../ui/page.js';

const STANDING = graphql(`
  query Standing {
    complianceSummary { complies exempt open planned recheckDue }
    matchQueue(first: 1) { totalCount }
  }
`);

/** Where the administration stands, and what has to be decided. */
export function TargetScreen() {
  const t = useTexts(reportingTexts);
  const { count } = useFormats();
  return (
    <Page title={t.target} lead={t.targetLead}>
      <Answer of={useQuery({ query: STANDING })}>
        {({ complianceSummary, matchQueue }) => (
          <>
            <Section title={t.m1}>
              <ul className="tiles">
                {(['complies', 'planned', 'exempt', 'open'] as const).map((state) => (
                  <li key={state} className="tile">
                    <span className="tile-value">{count(complianceSummary[state])}</span>
                    <span className="tile-name">{t[state]}</span>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={t.decide}>
              <ul className="tiles">
                <li>
                  <Link to="/inventar" search={{ openSource: 'DENIED' }} className="tile">
                    <span className="tile-value">{count(complianceSummary.open)}</span>
                    <span className="tile-name">{t.open}</span>
                    <span className="tile-hint">{t.openAct}</span>
                  </Link>
                </li>
                <li className="tile">
                  <span className="tile-value">{count(matchQueue.totalCount)}</span>
                  <span className="tile-name">{t.queue}</span>
                </li>
              </ul>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}
