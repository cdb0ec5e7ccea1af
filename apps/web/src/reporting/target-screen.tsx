// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Link, useRouter } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { reportingTexts } from '../i18n/reporting.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Page, Section } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { TargetProgress } from './target-progress.js';

const DESTINATION = graphql(`
  query Destination($soon: Date!) {
    targets(first: 20, filter: { isWithdrawn: false }) {
      nodes {
        id
        name
        unit
        goal
        dueOn
        standing
        outlook
        principles
        current { low high measuredAt }
        nextStop { on low high }
        history(first: 60) { id measuredAt low high }
        forecast { on low high }
      }
    }
    complianceSummary { complies exempt open planned weighed recheckDue }
    matchQueue(first: 1) { totalCount }
    exemptions(first: 1, filter: { expiresUntil: $soon, states: [HOLDS] }) { totalCount }
    noticeWarnings(first: 1, filter: { isDue: true }) { totalCount }
    underWay: migrations(first: 1, filter: { status: [RUNNING] }) { totalCount }
    blocked: migrations(first: 1, filter: { status: [BLOCKED] }) { totalCount }
  }
`);

/** How far ahead expiring exemptions are told. */
const AHEAD_MS = 90 * 24 * 60 * 60 * 1000;

/** Where the administration stands on its way, and what has to be decided. */
export function TargetScreen() {
  const t = useTexts(reportingTexts);
  const { count } = useFormats();
  const [soon] = useState(() => new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10));
  return (
    <Page title={t.target} lead={t.targetLead}>
      <Answer of={useQuery({ query: DESTINATION, variables: { soon } })}>
        {({ targets, complianceSummary, matchQueue, exemptions, noticeWarnings, underWay, blocked }) => (
          <>
            <Section title={t.decide}>
              <ul className="tiles">
                <Tile value={count(complianceSummary.open)} name={t.open} hint={t.openAct} to="/inventar" search={{ openSource: 'DENIED' }} />
                <Tile value={count(matchQueue.totalCount)} name={t.queue} hint={t.queueAct} to="/zuordnung" />
                <Tile value={count(exemptions.totalCount)} name={t.expiring} />
                <Tile value={count(noticeWarnings.totalCount)} name={t.notices} hint={t.noticesAct} to="/berichte" />
                <Tile value={count(complianceSummary.recheckDue)} name={t.recheck} />
              </ul>
            </Section>
            <Section title={t.sites}>
              <ul className="tiles">
                <Tile value={count(underWay.totalCount)} name={t.running} to="/wellen" hint={t.wavesAct} />
                <Tile value={count(blocked.totalCount)} name={t.blocked} to="/wellen" hint={t.wavesAct} />
              </ul>
            </Section>
            <Section title={t.targets}>
              {targets.nodes.length === 0 ? <Empty title={t.noTargets}>{t.noTargetsAdvice}</Empty> : targets.nodes.map((target) => <TargetProgress key={target.id} target={target} />)}
            </Section>
            <Section title={t.m1}>
              <ul className="tiles">
                {(['complies', 'planned', 'exempt', 'weighed', 'open'] as const).map((state) => (
                  <Tile key={state} value={count(complianceSummary[state])} name={t[state]} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** A figure; where the place to act on it exists, the way there. */
function Tile({ value, name, hint, to, search }: { value: string; name: string; hint?: string; to?: string; search?: object }) {
  const { routesByPath } = useRouter();
  const content = (
    <>
      <span className="tile-value">{value}</span>
      <span className="tile-name">{name}</span>
    </>
  );
  if (to === undefined || !(to in routesByPath)) return <li className="tile">{content}</li>;
  return (
    <li>
      <Link to={to as '/inventar'} search={search ?? {}} className="tile">
        {content}
        {hint && <span className="tile-hint">{hint}</span>}
      </Link>
    </li>
  );
}
