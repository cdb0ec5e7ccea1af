// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { NotPermitted, useMay } from '../access/permitted.js';
import { graphql } from '../graphql/graphql.js';
import { useConnection } from '../graphql/use-connection.js';
import { matchingTexts } from '../i18n/matching.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { CheckField, SearchField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, Failed, Loading, ProblemNote, type ShownProblem } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { Family, type Answer } from './family.js';
import { FAMILY_FIELDS, type QueueFamily } from './family-fields.js';
import { useKeys } from './use-keys.js';
import './matching.css';

const QUEUE = graphql(
  `
    query Queue($first: Int!, $after: String, $filter: TitleFamilyFilter) {
      matchFamilies(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...FamilyFields }
      }
    }
  `,
  [FAMILY_FIELDS],
);
const DECIDE = graphql(`
  mutation DecideMatch($input: DecideMatchInput!) {
    decideMatch(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on ChangedMeanwhileProblem { changedBy changedAt }
      ... on DecideMatchSuccess { decisionId changedTitles title { id } }
    }
  }
`);
const UNDO = graphql(`
  mutation UndoMatch($decision: ID!) {
    undoMatchDecision(input: { decision: $decision }) {
      __typename
      ... on Problem { code message messageDe }
      ... on UndoMatchDecisionSuccess { changedTitles }
    }
  }
`);

const route = getRouteApi('/zuordnung');

/** Names that nobody recognises for certain, one after the other, by mouse or by keys. */
export function QueueScreen() {
  const t = useTexts(matchingTexts);
  const { count } = useFormats();
  const say = useToast();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const searchFor = useCallback((text: string) => void navigate({ search: { q: text || undefined }, replace: true }), [navigate]);
  const { rows, totalCount, isLoading, error, loadUpTo, reload } = useConnection(QUEUE, { filter: q ? { search: q } : null }, (data) => data.matchFamilies);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [wantsKeys, setKeys] = useState(true);
  const mayDecide = useMay(DECIDE);
  const hasKeys = wantsKeys && mayDecide === true;
  const [, decide] = useMutation(DECIDE);
  const [, undo] = useMutation(UNDO);
  const last = useRef<(() => void) | null>(null);
  const open = rows.filter(({ title }) => !decided.has(title.id));
  const chosen = open[Math.min(at, open.length - 1)];
  useEffect(() => loadUpTo(at + decided.size + 20), [at, decided.size, loadUpTo]);

  const takeBack = async (decision: string, title: string) => {
    const { data } = await undo({ decision });
    const answer = data?.undoMatchDecision;
    if (answer && 'code' in answer) return setProblem(answer);
    setDecided((before) => new Set([...before].filter((id) => id !== title)));
    last.current = null;
    reload(); // the match has another revision now
    return say(t.undone);
  };
  const answerWith = async (family: QueueFamily, { what, ...input }: Answer) => {
    setProblem(null);
    const { data, error: failed } = await decide({ input: { scope: 'FAMILY', ...input, title: family.title.id, revision: family.title.match?.revision ?? 0 } });
    const answer = data?.decideMatch;
    if (failed || !answer) return reload();
    if (answer.__typename !== 'DecideMatchSuccess') {
      if ('code' in answer) setProblem(answer);
      return reload();
    }
    setDecided((before) => new Set([...before, family.title.id]));
    last.current = () => void takeBack(answer.decisionId, family.title.id);
    return say(t.decided(family.title.raw, what, count(answer.changedTitles)), last.current);
  };
  const move = (by: number) => setAt(Math.max(0, Math.min(open.length - 1, Math.min(at, open.length - 1) + by)));
  useKeys(hasKeys, { j: () => move(1), k: () => move(-1), u: () => last.current?.() });
  const isEmpty = totalCount !== null && !isLoading && open.length === 0;
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="filters">
        <SearchField label={t.search} value={q ?? ''} onSearch={searchFor} />
        {mayDecide && <CheckField label={t.keysOn} checked={wantsKeys} onCheck={setKeys} />}
      </div>
      <p role="status" className="muted">
        {totalCount === null ? '' : t.waiting(Math.max(0, totalCount - decided.size), count(Math.max(0, totalCount - decided.size)))}
      </p>
      {mayDecide === false && <NotPermitted what={t.title} changes={[DECIDE]} />}
      {hasKeys && <p className="muted queue-keys">{t.keys}</p>}
      {error && <Failed error={error} onAgain={reload} />}
      {!error && totalCount === null && <Loading />}
      {isEmpty && <Empty title={q ? t.nothing : t.empty}>{q ? t.nothingAdvice : t.emptyAdvice}</Empty>}
      {problem && <ProblemNote problem={problem} />}
      {chosen && (
        <div className="queue">
          <ol className="queue-list" aria-label={t.names}>
            {open.slice(Math.max(0, at - 5), at + 15).map((family) => (
              <li key={family.title.id}>
                <button type="button" className="queue-name" aria-current={family === chosen ? 'true' : undefined} onClick={() => setAt(open.indexOf(family))}>
                  <span>{family.title.raw}</span>
                  <span className="muted">{t.installations(count(family.installationCount))}</span>
                </button>
              </li>
            ))}
          </ol>
          <Family key={chosen.title.id} family={chosen} hasKeys={hasKeys} mayAnswer={mayDecide === true} onAnswer={(answer) => void answerWith(chosen, answer)} onLater={() => move(1)} />
        </div>
      )}
    </Page>
  );
}
