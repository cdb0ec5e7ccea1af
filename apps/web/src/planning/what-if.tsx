// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { graphql } from '../graphql/graphql.js';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Button } from '../ui/button.js';
import { CheckField, NumberField, SelectField, TextField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { Failed, ProblemOf } from '../ui/states.js';
import { SCENARIOS, START_PLANNING } from './plan-queries.js';
import type { ScenarioShape } from './roadmap.js';
import { usePeriods } from './use-periods.js';

const DERIVE = graphql(`
  mutation DeriveScenario($input: DeriveScenarioInput!) {
    deriveScenario(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on DeriveScenarioSuccess { scenario { id name } }
    }
  }
`);

/** A scenario with less or more money, or without a team: kept under a name of its own, and planned. */
export function WhatIf({ scenario, onStarted }: { scenario: string | undefined; onStarted: (job: string) => void }) {
  const t = useTexts(planningTexts);
  const [from, setFrom] = useState<string>();
  const scenarios = useQuery({ query: SCENARIOS });
  return (
    <Section title={t.whatIf} hint={t.whatIfHint}>
      <Permitted to={[DERIVE, START_PLANNING]} explain={t.whatIf}>
        <Answer of={scenarios}>
          {({ scenarios: { nodes } }) => {
            const chosen = nodes.find(({ name }) => name === (from ?? scenario)) ?? nodes[0];
            return (
              <div className="planning-form">
                {nodes.length > 1 && <SelectField label={t.from} value={from} none={scenario ?? '–'} choices={nodes.flatMap(({ name }) => (name === scenario ? [] : [{ value: name, name }]))} onChoose={setFrom} />}
                {chosen && <WhatIfForm key={chosen.id} from={chosen.name} shape={chosen.definition as ScenarioShape} onStarted={onStarted} />}
              </div>
            );
          }}
        </Answer>
      </Permitted>
    </Section>
  );
}

function WhatIfForm({ from, shape, onStarted }: { from: string; shape: ScenarioShape; onStarted: (job: string) => void }) {
  const t = useTexts(planningTexts);
  const { share } = useFormats();
  const names = usePeriods(shape);
  const [percent, setPercent] = useState<number | null>(80);
  const [team, setTeam] = useState<string>();
  const [away, setAway] = useState<readonly number[]>([]);
  const [named, setNamed] = useState<string>();
  const [derived, derive] = useMutation(DERIVE);
  const [started, start] = useMutation(START_PLANNING);
  const isSame = (percent === null || percent === 100) && team === undefined;
  const teamName = shape.teams.find(({ id }) => id === team)?.name ?? null;
  const name = named ?? t.nameOf(from, percent === null || percent === 100 ? null : share(percent / 100), teamName, away.length === 0 ? null : away.map(names.name).join(', '));
  const answer = derived.data?.deriveScenario;
  const job = started.data?.startPlanning;
  const submit = async () => {
    const teams = team === undefined ? [] : [{ team, factor: 0, periods: away.length === 0 ? null : [...away] }];
    const { data } = await derive({ input: { from, name, budgetFactor: percent === null || percent === 100 ? null : percent / 100, teams } });
    if (data?.deriveScenario.__typename !== 'DeriveScenarioSuccess') return;
    const begun = await start({ input: { scenario: data.deriveScenario.scenario.name, timeLimitSeconds: 20 } });
    if (begun.data?.startPlanning.__typename === 'StartPlanningSuccess') onStarted(begun.data.startPlanning.job.id);
  };
  return (
    <form
      className="planning-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="filters">
        <NumberField label={t.budgetShare} value={percent} least={0} most={10_000} onChange={setPercent} />
        <SelectField label={t.teamAway} value={team} none={t.teamAwayNone} choices={shape.teams.map(({ id, name: called }) => ({ value: id, name: called }))} onChoose={setTeam} />
      </div>
      {team !== undefined && (
        <fieldset className="period-choice">
          <legend className="kern-label">{t.awayIn}</legend>
          <p className="field-hint">{t.awayAll}</p>
          <div className="row">
            {shape.periods.map(({ startsOn }, period) => (
              <CheckField key={startsOn} label={names.name(period)} checked={away.includes(period)} onCheck={(isAway) => setAway(isAway ? [...away, period].sort((one, other) => one - other) : away.filter((one) => one !== period))} />
            ))}
          </div>
        </fieldset>
      )}
      <TextField label={t.name} value={name} onType={(text) => setNamed(text === '' ? undefined : text)} />
      {isSame && <p className="field-hint">{t.nothingDifferent}</p>}
      {(derived.error ?? started.error) && <Failed error={(derived.error ?? started.error)!} />}
      <ProblemOf answer={answer} />
      <ProblemOf answer={job} />
      <p>
        <Button type="submit" disabled={isSame || derived.fetching || started.fetching}>
          {t.derive}
        </Button>
      </p>
    </form>
  );
}
