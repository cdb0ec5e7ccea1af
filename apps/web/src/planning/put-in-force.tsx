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
import { Dialog, DialogActions } from '../ui/dialog.js';
import { Failed, ProblemNote, ProblemOf } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { PlanChanges } from './plan-changes.js';
import { COMPARE } from './plan-queries.js';

const PUT_IN_FORCE = graphql(`
  mutation PutPlanInForce($plan: ID!, $replaces: ID) {
    putPlanInForce(input: { plan: $plan, replaces: $replaces }) {
      __typename
      ... on Problem { code message messageDe }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on PutPlanInForceSuccess { plan { id isInForce } }
    }
  }
`);

const IN_FORCE = graphql(`
  query PlanInForce {
    plans(first: 1, filter: { isInForce: true }) { nodes { id } }
  }
`);

/** Makes a plan the one that applies, after showing what that changes. */
export function PutInForce({ plan }: { plan: string }) {
  const t = useTexts(planningTexts);
  const say = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [put, run] = useMutation(PUT_IN_FORCE);
  const [inForce, readInForce] = useQuery({ query: IN_FORCE, pause: !isOpen });
  const replaced = inForce.data?.plans.nodes[0]?.id ?? null;
  const answer = put.data?.putPlanInForce;
  const confirm = async () => {
    const { data } = await run({ plan, replaces: replaced });
    if (data?.putPlanInForce.__typename !== 'PutPlanInForceSuccess') return;
    setIsOpen(false);
    say(t.isNowInForce);
  };
  return (
    <Permitted to={[PUT_IN_FORCE]}>
      <Button kind="secondary" icon="check" onClick={() => setIsOpen(true)}>
        {t.putInForce}
      </Button>
      <Dialog
        title={t.putInForceTitle}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        actions={
          <DialogActions onClose={() => setIsOpen(false)}>
            <Button disabled={put.fetching || !inForce.data} onClick={() => void confirm()}>
              {t.putInForce}
            </Button>
          </DialogActions>
        }
      >
        <div className="stack">
          <p className="kern-body">{t.putInForceLead}</p>
          {put.error && <Failed error={put.error} />}
          {inForce.error && <Failed error={inForce.error} />}
          <ProblemOf answer={answer} onReload={() => readInForce({ requestPolicy: 'network-only' })} />
          {inForce.data && <AgainstInForce plan={plan} inForce={replaced} />}
        </div>
      </Dialog>
    </Permitted>
  );
}

/** What differs from the plan that is replaced. */
function AgainstInForce({ plan, inForce }: { plan: string; inForce: string | null }) {
  const t = useTexts(planningTexts);
  const { count } = useFormats();
  return (
    <Answer of={useQuery({ query: COMPARE, variables: { before: inForce, after: plan } })}>
      {({ comparePlans: answer }) => {
        if (answer.__typename !== 'PlanComparison') return 'code' in answer && (answer.code === 'PLANNING.NOTHING_IN_FORCE' ? <p className="kern-body">{t.firstInForce}</p> : <ProblemNote problem={answer} />);
        return (
          <div className="stack">
            <p className="kern-title">{t.changesAgainst(count(answer.changes.length))}</p>
            <PlanChanges changes={answer.changes} />
          </div>
        );
      }}
    </Answer>
  );
}
