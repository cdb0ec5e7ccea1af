// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useMemo, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { NotPermitted, useMay } from '../access/permitted.js';
import { planningTexts } from '../i18n/planning.js';
import { useTexts } from '../i18n/language.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { SearchField, SelectField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { CashFlow } from './cash-flow.js';
import { Gantt } from './gantt.js';
import { ItemDialog } from './item-dialog.js';
import { LockBar } from './lock-bar.js';
import { useLockDrafts } from './lock-drafts.js';
import { PlanFigures } from './plan-figures.js';
import { PlanFiles } from './plan-files.js';
import { PlanProof } from './plan-proof.js';
import { START_PLANNING, type PlanChoice, type WavesAnswer, type WavesPlan } from './plan-queries.js';
import { PlanSelect } from './plan-select.js';
import { PutInForce } from './put-in-force.js';
import { ReplanDialog } from './replan-dialog.js';
import { changedLocks, roadmapOf } from './roadmap.js';
import { UnscheduledList } from './unscheduled-list.js';
import { usePeriods } from './use-periods.js';
import { WavesList } from './waves-list.js';

const route = getRouteApi('/wellen');

interface PlanViewProps {
  readonly plan: WavesPlan;
  readonly migrations: WavesAnswer['migrations']['nodes'];
  readonly plans: readonly PlanChoice[];
  readonly onStarted: (job: string) => void;
}

/** One plan: how good it is, what is when, what is in no wave, the money; and locks that the next plan is to keep. */
export function PlanView({ plan, migrations, plans, onStarted }: PlanViewProps) {
  const t = useTexts(planningTexts);
  const { view, by = 'wave', q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback((part: { view?: 'list' | undefined; by?: 'team' | undefined; q?: string | undefined; plan?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true }), [navigate]);
  const roadmap = useMemo(() => roadmapOf(plan, migrations), [plan, migrations]);
  const names = usePeriods(roadmap.scenario);
  const [locks, onLock, resetLocks] = useLockDrafts(plan.id, roadmap);
  const [open, setOpen] = useState<string>();
  const [isReplanning, setIsReplanning] = useState(false);
  const mayPlan = useMay(START_PLANNING);
  const all = useMemo(() => new Map([...roadmap.items, ...roadmap.left].map((item) => [item.key, item])), [roadmap]);
  const describe = (key: string) => {
    const name = all.get(key)?.name ?? key;
    if (!locks.has(key)) return t.releaseOf(name);
    const period = locks.get(key)!;
    return period === null ? t.lockedOut(name) : t.lockTo(name, names.name(period));
  };
  const changed = changedLocks(roadmap.locks, locks);
  return (
    <div className="planning-parts-below">
      <div className="filters">
        <PlanSelect label={t.plan} plans={plans} value={plan.id} onChoose={(id) => change({ plan: id })} />
        <Badge tone={plan.isInForce ? 'success' : 'info'}>{plan.isInForce ? t.inForce : t.draft}</Badge>
        {mayPlan && (
          <Button icon="autorenew" onClick={() => setIsReplanning(true)}>
            {t.replan}
          </Button>
        )}
        {!plan.isInForce && plan.status !== 'INFEASIBLE' && <PutInForce plan={plan.id} />}
        {plan.status !== 'INFEASIBLE' && <PlanFiles plan={plan} />}
      </div>
      {mayPlan === false && <NotPermitted what={t.replan} changes={[START_PLANNING]} />}
      {plan.status !== 'INFEASIBLE' && <PlanFigures plan={plan} roadmap={roadmap} />}
      <Section title={t.proof}>
        <PlanProof plan={plan} roadmap={roadmap} />
      </Section>
      {plan.status !== 'INFEASIBLE' && (
        <>
          <Section title={t.parts.roadmap}>
            <div className="filters">
              <SelectField label={t.view} value={view} none={t.views.roadmap} choices={[{ value: 'list', name: t.views.list }]} onChoose={(chosen) => change({ view: chosen })} />
              <SelectField label={t.groupBy} value={by === 'team' ? by : undefined} none={t.groupings.wave} choices={[{ value: 'team', name: t.groupings.team }]} onChoose={(chosen) => change({ by: chosen })} />
              <SearchField label={t.find} value={q} onSearch={(text) => change({ q: text || undefined })} />
            </div>
            {view === 'list' ? (
              <WavesList roadmap={roadmap} by={by} find={q} locks={locks} onOpen={setOpen} />
            ) : (
              <Gantt plan={plan} roadmap={roadmap} by={by} find={q} locks={locks} onLock={mayPlan ? onLock : undefined} onOpen={setOpen} />
            )}
          </Section>
          <LockBar changed={changed} describe={describe} onReset={(key) => onLock(key, roadmap.locks.get(key))} onResetAll={resetLocks} onReplan={() => setIsReplanning(true)} />
          <UnscheduledList items={roadmap.left} onOpen={setOpen} />
          <CashFlow plan={plan} names={names} />
        </>
      )}
      <ItemDialog plan={plan.id} roadmap={roadmap} item={open === undefined ? undefined : all.get(open)} locks={locks} onLock={mayPlan ? onLock : undefined} onClose={() => setOpen(undefined)} />
      <ReplanDialog
        isOpen={isReplanning}
        onClose={() => setIsReplanning(false)}
        scenario={plan.scenario.name}
        hasPlanInForce={plans.some(({ isInForce }) => isInForce)}
        locks={locks}
        describe={describe}
        onStarted={(job) => {
          setIsReplanning(false);
          onStarted(job);
        }}
      />
    </div>
  );
}
