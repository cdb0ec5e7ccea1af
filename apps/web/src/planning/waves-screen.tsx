// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { planningTexts } from '../i18n/planning.js';
import { useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { PLAN, PLANS, standingPlan, START_PLANNING, type PlanChoice } from './plan-queries.js';
import { PlanView } from './plan-view.js';
import { PlanningParts } from './planning-parts.js';
import { PlanningProgress } from './planning-progress.js';
import { ReplanDialog } from './replan-dialog.js';
import type { WatchedJob } from '../graphql/use-job.js';

const route = getRouteApi('/wellen');
const NO_LOCKS = new Map<string, number | null>();

/** What is migrated when: the plan in the address, else the one in force, else the newest. */
export function WavesScreen() {
  const t = useTexts(planningTexts);
  const { plan, job } = route.useSearch();
  const navigate = route.useNavigate();
  const say = useToast();
  const plans = useQuery({ query: PLANS });
  const askForPlans = plans[1];
  const onDone = useCallback(
    ({ resultId }: WatchedJob) => {
      askForPlans({ requestPolicy: 'network-only' });
      say(t.isThere);
      void navigate({ search: (before) => ({ ...before, job: undefined, plan: resultId ?? before.plan }), replace: true });
    },
    [askForPlans, navigate, say, t],
  );
  const onClose = useCallback(() => void navigate({ search: (before) => ({ ...before, job: undefined }), replace: true }), [navigate]);
  const onStarted = useCallback((started: string) => void navigate({ search: (before) => ({ ...before, job: started }) }), [navigate]);
  return (
    <Page title={t.title} lead={t.lead} isWide>
      <PlanningParts />
      {job && <PlanningProgress key={job} job={job} title={t.running} onDone={onDone} onClose={onClose} />}
      <Answer of={plans}>
        {({ plans: { nodes } }) => {
          const chosen = plan ?? standingPlan(nodes)?.id;
          return chosen === undefined ? <NoPlan isPlanning={job !== undefined} onStarted={onStarted} /> : <Chosen key={chosen} id={chosen} plans={nodes} onStarted={onStarted} />;
        }}
      </Answer>
    </Page>
  );
}

function Chosen({ id, plans, onStarted }: { id: string; plans: readonly PlanChoice[]; onStarted: (job: string) => void }) {
  const t = useTexts(planningTexts);
  return (
    <Answer of={useQuery({ query: PLAN, variables: { id } })}>
      {({ plan, migrations }) =>
        plan ? (
          <PlanView plan={plan} migrations={migrations.nodes} plans={plans} onStarted={onStarted} />
        ) : (
          <Empty title={t.noSuchPlan}>
            <p>{t.noSuchPlanAdvice}</p>
            <Link to="/wellen" className="kern-link">
              {t.toNewest}
            </Link>
          </Empty>
        )
      }
    </Answer>
  );
}

function NoPlan({ isPlanning, onStarted }: { isPlanning: boolean; onStarted: (job: string) => void }) {
  const t = useTexts(planningTexts);
  const [isOpen, setIsOpen] = useState(false);
  if (isPlanning) return null;
  return (
    <Empty title={t.noPlan}>
      <p>{t.noPlanAdvice}</p>
      <Permitted to={[START_PLANNING]} explain={t.startPlanning}>
        <Button onClick={() => setIsOpen(true)}>{t.startPlanning}</Button>
        <ReplanDialog
          isOpen={isOpen}
          onClose={() => setIsOpen(false)}
          scenario={undefined}
          hasPlanInForce={false}
          locks={NO_LOCKS}
          describe={String}
          onStarted={(job) => {
            setIsOpen(false);
            onStarted(job);
          }}
        />
      </Permitted>
    </Empty>
  );
}
