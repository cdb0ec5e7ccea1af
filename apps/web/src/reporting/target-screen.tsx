// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { dayIn } from '../address/address.js';
import { graphql } from '../graphql/graphql.js';
import { reportingTexts } from '../i18n/reporting.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Page, Section } from '../ui/page.js';
import { Serves } from '../ui/principles.js';
import { Empty } from '../ui/states.js';
import { TargetProgress } from './target-progress.js';

const DESTINATION = graphql(`
  query Destination($soon: Date!, $notice: Date!) {
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
        current { low high measuredAt unknown unrecognised uncounted }
        nextStop { on low high }
        history(first: 60) { id measuredAt low high }
        forecast { on low high }
      }
    }
    complianceSummary { complies exempt open planned weighed }
    matchFamilies(first: 1) { totalCount }
    exemptions(first: 1, filter: { expiresUntil: $soon, states: [HOLDS] }) { totalCount }
    recheck: exemptions(first: 1, filter: { recheckDue: true }) { totalCount }
    contracts(first: 1, filter: { noticeUntil: $notice }) { totalCount }
    underWay: migrations(first: 1, filter: { status: [RUNNING] }) { totalCount }
    blocked: migrations(first: 1, filter: { status: [BLOCKED] }) { totalCount }
  }
`);

/** How far ahead expiring exemptions are told, and last days for notice. */
const EXPIRY_DAYS = 90;
const NOTICE_DAYS = 180;
const STANDINGS = { complies: 'COMPLIES', planned: 'PLANNED', exempt: 'EXEMPT', weighed: 'WEIGHED', open: 'OPEN' } as const;

/** Where the administration stands on its way, and what has to be decided. */
export function TargetScreen() {
  const t = useTexts(reportingTexts);
  const { count } = useFormats();
  const [{ soon, notice }] = useState(() => ({ soon: dayIn(EXPIRY_DAYS), notice: dayIn(NOTICE_DAYS) }));
  return (
    <Page title={t.target} lead={t.targetLead}>
      <Answer of={useQuery({ query: DESTINATION, variables: { soon, notice } })}>
        {({ targets, complianceSummary, matchFamilies, exemptions, recheck, contracts, underWay, blocked }) => (
          <>
            <Section title={t.decide} hint={<Serves ids={['M1', 'M7']} />}>
              <ul className="tiles">
                <Tile value={count(complianceSummary.open)} name={t.openProducts(complianceSummary.open)} hint={t.openAct} to="/inventar" search={{ standing: 'OPEN' }} />
                <Tile value={count(matchFamilies.totalCount)} name={t.queue(matchFamilies.totalCount)} hint={t.queueAct} to="/zuordnung" />
                <Tile value={count(exemptions.totalCount)} name={t.expiring(exemptions.totalCount)} hint={t.exemptionsAct} to="/ausnahmen" search={{ state: 'HOLDS', within: EXPIRY_DAYS }} />
                <Tile value={count(recheck.totalCount)} name={t.recheck(recheck.totalCount)} hint={t.exemptionsAct} to="/ausnahmen" search={{ recheck: true }} />
                <Tile value={count(contracts.totalCount)} name={t.notices(contracts.totalCount)} hint={t.noticesAct} to="/vertraege" search={{ within: NOTICE_DAYS }} />
              </ul>
            </Section>
            <Section title={t.sites} hint={<Serves ids={['M7']} />}>
              <ul className="tiles">
                <Tile value={count(underWay.totalCount)} name={t.running(underWay.totalCount)} to="/wellen/umsetzung" search={{ status: 'RUNNING' }} hint={t.wavesAct} />
                <Tile value={count(blocked.totalCount)} name={t.blocked(blocked.totalCount)} to="/wellen/umsetzung" search={{ status: 'BLOCKED' }} hint={t.wavesAct} />
              </ul>
            </Section>
            <Section title={t.targets}>
              {targets.nodes.length === 0 ? <Empty title={t.noTargets}>{t.noTargetsAdvice}</Empty> : targets.nodes.map((target) => <TargetProgress key={target.id} target={target} />)}
            </Section>
            <Section title={t.m1} hint={<Serves ids={['M1']} />}>
              <ul className="tiles">
                {(['complies', 'planned', 'exempt', 'weighed', 'open'] as const).map((state) => (
                  <Tile key={state} value={count(complianceSummary[state])} name={t[state]} to="/inventar" search={{ standing: STANDINGS[state] }} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** A figure, and the way to what it counts. */
function Tile({ value, name, hint, to, search }: { value: string; name: string; hint?: string } & Pick<LinkProps, 'to' | 'search'>) {
  return (
    <li>
      <Link to={to} search={search} className="tile">
        <span className="tile-value">{value}</span>
        <span className="tile-name">{name}</span>
        {hint && <span className="tile-hint">{hint}</span>}
      </Link>
    </li>
  );
}
