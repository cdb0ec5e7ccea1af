// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useMutation, useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { graphql } from '../graphql/graphql.js';
import { isEnded, useJob } from '../graphql/use-job.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Button } from '../ui/button.js';
import { JobProgress } from '../ui/job-progress.js';
import { Section } from '../ui/page.js';
import { PlainTable } from '../ui/plain-table.js';
import { ProductLink } from '../ui/product-link.js';
import { Failed, ProblemNote, ProblemOf } from '../ui/states.js';

const START = graphql(`
  mutation ScoreAgain {
    startScoringRun(input: {}) {
      __typename
      ... on Problem { code message messageDe }
      ... on StartScoringRunSuccess { job { id } }
    }
  }
`);
const MOVES = graphql(`
  query MovesOf($before: ID!, $after: ID!, $language: SentenceLanguage) {
    compareScoringRuns(before: $before, after: $after, first: 1000, language: $language) {
      __typename
      ... on ScoringRunComparison { moved moves { productKey productName rankBefore rankAfter causes { because axis sentence } } }
      ... on Problem { code message messageDe }
    }
  }
`);

/** What the answers of today change: a new run, laid beside the one before. */
export function ScoreAgain({ before, answered, onScored }: { before: string; answered: number; onScored: () => void }) {
  const t = useTexts(scoringTexts);
  const { count } = useFormats();
  const [started, start] = useMutation(START);
  const answer = started.data?.startScoringRun;
  const job = useJob(answer?.__typename === 'StartScoringRunSuccess' ? answer.job.id : undefined);
  const isRunning = started.fetching || (answer?.__typename === 'StartScoringRunSuccess' && job !== null && (job === undefined || !isEnded(job)));
  const after = job?.status === 'DONE' ? job.resultId : null;
  return (
    <Section title={t.effect} hint={t.answeredSince(answered, count(answered))}>
      <Permitted to={[START]} explain={t.scoreAgain}>
        <p className="row">
          <Button kind={answered > 0 ? 'primary' : 'secondary'} onClick={() => void start({})} disabled={isRunning}>
            {t.scoreAgain}
          </Button>
        </p>
      </Permitted>
      {isRunning && <JobProgress name={t.scoring} step="" done={job?.done ?? 0} total={job?.total ?? null} stopName="" />}
      {started.error && <Failed error={started.error} />}
      <ProblemOf answer={answer} />
      {job?.status === 'FAILED' && job.problem && <ProblemNote problem={job.problem} />}
      {after && <Moves before={before} after={after} onScored={onScored} />}
    </Section>
  );
}

function Moves({ before, after, onScored }: { before: string; after: string; onScored: () => void }) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  const { count } = useFormats();
  const [moves, again] = useQuery({ query: MOVES, variables: { before, after, language } });
  return (
    <Answer of={[moves, again]}>
      {({ compareScoringRuns: outcome }) => {
        if (outcome.__typename !== 'ScoringRunComparison') return <ProblemOf answer={outcome} />;
        const because = outcome.moves.filter(({ causes }) => causes.length > 0);
        return (
          <div className="stack">
            <p className="kern-body" role="status">
              {t.movedCount(count(because.length), count(outcome.moved - because.length))}
            </p>
            {because.length > 0 && (
              <PlainTable
                caption={t.effect}
                rows={because}
                keyOf={({ productKey }) => productKey}
                columns={[
                  {
                    key: 'product',
                    name: t.product,
                    cell: ({ productKey, productName }) => <ProductLink to={{ key: productKey, name: productName }} />,
                  },
                  { key: 'before', name: t.rankBefore, isNumeric: true, cell: ({ rankBefore }) => count(rankBefore) },
                  { key: 'after', name: t.rankAfter, isNumeric: true, cell: ({ rankAfter }) => count(rankAfter) },
                  { key: 'why', name: t.because, cell: ({ causes }) => <ul>{causes.map(({ because: id, axis, sentence }) => <li key={`${id} ${axis}`}>{sentence}</li>)}</ul> },
                ]}
              />
            )}
            <p className="row">
              <Button kind="secondary" onClick={onScored}>
                {t.nextQuestions}
              </Button>
              <Link to="/kandidaten" className="kern-link">
                {t.toRanking}
              </Link>
            </p>
          </div>
        );
      }}
    </Answer>
  );
}
