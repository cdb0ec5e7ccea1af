// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { ProblemOf } from '../ui/states.js';
import type { Roadmap } from './roadmap.js';
import { usePeriods } from './use-periods.js';

const EXPLAIN = graphql(`
  query ExplainPlanItem($plan: ID!, $product: String!) {
    explainPlanItem(plan: $plan, product: $product) {
      __typename
      ... on Problem { code message messageDe }
      ... on PlanItemExplanation { obstacles { period code de en gainPoints gainCents } }
    }
  }
`);

/** What stands in the way of each start that would be worth more, and what giving way there would bring. */
export function WhyNot({ plan, product, roadmap, isOut }: { plan: string; product: string; roadmap: Roadmap; isOut: boolean }) {
  const t = useTexts(planningTexts);
  const { language } = useLanguage();
  const { money, decimal } = useFormats();
  const names = usePeriods(roadmap.scenario);
  const gain = (points: number | null, cents: number | null) => (cents !== null ? t.gainMoney(money(cents)) : points !== null ? t.gainPoints(decimal(points)) : '');
  return (
    <section aria-label={isOut ? t.whyOut : t.why} className="stack" aria-live="polite">
      <p className="kern-title">{isOut ? t.whyOut : t.why}</p>
      <Answer of={useQuery({ query: EXPLAIN, variables: { plan, product } })}>
        {({ explainPlanItem: answer }) =>
          answer.__typename !== 'PlanItemExplanation' ? (
            <ProblemOf answer={answer} />
          ) : answer.obstacles.length === 0 ? (
            <p className="kern-body">{isOut ? t.whyNothingOut : t.whyNothing}</p>
          ) : (
            <ul className="plain-list">
              {answer.obstacles.map((obstacle) => (
                <li key={`${obstacle.period} ${obstacle.code} ${obstacle.en}`}>
                  <strong>{names.name(obstacle.period)}:</strong> {obstacle[language]} <span className="muted">{gain(obstacle.gainPoints, obstacle.gainCents)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
