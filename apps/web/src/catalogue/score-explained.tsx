// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Interval } from '../ui/interval.js';
import { Serves } from '../ui/principles.js';
import { ProblemNote } from '../ui/states.js';

const EXPLANATION = graphql(`
  query Explanation($id: ID!, $language: SentenceLanguage) {
    explainCandidate(id: $id, language: $language) {
      __typename
      ... on CandidateExplanation { axes { axis sentence } criteria { criterion name sentence parts principles } }
      ... on Problem { code message messageDe }
    }
  }
`);

interface Range<T> {
  readonly low: T;
  readonly expected: T;
  readonly high: T;
}
interface Candidate {
  readonly id: string;
  readonly rank: number;
  readonly completeness01: number;
  readonly goalContribution: Range<number>;
  readonly feasibility: Range<number>;
  readonly npvCents: Range<number | null>;
}

/** A product's score as a candidate, with the words behind each number. */
export function ScoreExplained({ candidate }: { candidate: Candidate | null }) {
  const t = useTexts(catalogueTexts);
  const { count, money, share } = useFormats();
  if (!candidate) return <p className="muted">{t.noScore}</p>;
  const { low, expected, high } = candidate.npvCents;
  return (
    <>
      <dl className="facts">
        <dt>{t.rank}</dt>
        <dd>{count(candidate.rank)}</dd>
        <dt>{t.score}</dt>
        <dd>
          <Interval {...candidate.goalContribution} />
        </dd>
        <dt>{t.feasibility}</dt>
        <dd>
          <Interval {...candidate.feasibility} />
        </dd>
        <dt>{t.npv}</dt>
        <dd>
          {money(expected)} {expected !== null && `[${money(low)} … ${money(high)}]`}
        </dd>
        <dt>{t.completeness}</dt>
        <dd>{share(candidate.completeness01)}</dd>
      </dl>
      <Sentences id={candidate.id} />
    </>
  );
}

function Sentences({ id }: { id: string }) {
  const t = useTexts(catalogueTexts);
  const { language } = useLanguage();
  return (
    <Answer of={useQuery({ query: EXPLANATION, variables: { id, language } })}>
      {({ explainCandidate }) =>
        explainCandidate.__typename !== 'CandidateExplanation' ? (
          <ProblemNote problem={explainCandidate} />
        ) : (
          <div className="stack">
            {explainCandidate.axes.map(({ axis, sentence }) => (
              <p key={axis} className="kern-body">
                {sentence}
              </p>
            ))}
            <details>
              <summary>{t.criteria}</summary>
              <ul className="stack">
                {explainCandidate.criteria.map(({ criterion, sentence, parts, principles }) => (
                  <li key={criterion}>
                    {sentence}
                    {parts.map((part) => (
                      <div key={part} className="muted">
                        {part}
                      </div>
                    ))}
                    {principles.length > 0 && (
                      <div className="muted">
                        <Serves ids={principles} />
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </div>
        )
      }
    </Answer>
  );
}
