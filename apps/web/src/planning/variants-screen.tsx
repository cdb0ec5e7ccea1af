// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { planningTexts } from '../i18n/planning.js';
import { useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Page, Section } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { Frontier } from './frontier.js';
import { PLANS, standingPlan } from './plan-queries.js';
import { PlanComparison } from './plan-comparison.js';
import { PlanSelect } from './plan-select.js';
import { PlanningParts } from './planning-parts.js';
import { PlanningProgress } from './planning-progress.js';
import type { WatchedJob } from '../graphql/use-job.js';
import { WhatIf } from './what-if.js';

const route = getRouteApi('/wellen/varianten');

/** What if: plans side by side, scenarios made out of others, and the curve of goal contribution against budget. */
export function VariantsScreen() {
  const t = useTexts(planningTexts);
  const search = route.useSearch();
  const { after, job, curve } = search;
  const navigate = route.useNavigate();
  const say = useToast();
  const plans = useQuery({ query: PLANS });
  const askForPlans = plans[1];
  const change = useCallback((part: Partial<typeof search>) => void navigate({ search: (standing) => ({ ...standing, ...part }), replace: true }), [navigate]);
  const onDone = useCallback(
    ({ resultId }: WatchedJob) => {
      askForPlans({ requestPolicy: 'network-only' });
      say(t.isThere);
      change({ job: undefined, after: resultId ?? undefined });
    },
    [askForPlans, change, say, t],
  );
  const onClose = useCallback(() => change({ job: undefined }), [change]);
  return (
    <Page title={t.variantsTitle} lead={t.variantsLead}>
      <PlanningParts />
      {job && <PlanningProgress key={job} job={job} title={t.running} onDone={onDone} onClose={onClose} />}
      <Answer of={plans}>
        {({ plans: { nodes } }) => {
          const before = search.before ?? standingPlan(nodes)?.id;
          if (before === undefined) return <Empty title={t.noPlan}>{t.noPlanAdvice}</Empty>;
          return (
            <div className="planning-parts-below">
              <Section title={t.compare}>
                <div className="filters">
                  <PlanSelect label={t.one} plans={nodes} value={before} onChoose={(id) => change({ before: id })} />
                  <PlanSelect label={t.other} plans={nodes} value={after} onChoose={(id) => change({ after: id })} />
                </div>
                {after === undefined ? <p className="kern-body muted">{t.pickTwo}</p> : <PlanComparison before={before} after={after} />}
              </Section>
              <WhatIf scenario={nodes.find(({ id }) => id === before)?.scenario.name} onStarted={(started) => change({ job: started, before })} />
              <Frontier plan={before} curve={curve} onStarted={(started) => change({ curve: started })} />
            </div>
          );
        }}
      </Answer>
    </Page>
  );
}
