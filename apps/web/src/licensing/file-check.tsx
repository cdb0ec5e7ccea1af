// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { licensingTexts } from '../i18n/licensing.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { upload } from '../importing/upload.js';
import { Alert } from '../ui/alert.js';
import { Answer } from '../ui/answer.js';
import { VerdictBadge, verdictOf } from '../ui/badge.js';
import { PlainTable } from '../ui/plain-table.js';
import { Empty, Failed, Loading, ProblemNote, ProblemOf, type ShownProblem } from '../ui/states.js';
import { linesOf, MOST_LINES } from './license-list.js';
import { Obligations } from './obligations.js';
import { OutcomeBadge } from './outcome-badge.js';
import { policyName } from './policy-name.js';
import type { CheckWishes } from './wishes.js';

const CHECK = graphql(`
  query CheckSbom($uploadId: ID!, $usage: LicenseUsage, $policy: String!, $first: Int!) {
    checkSbom(uploadId: $uploadId, usage: $usage, policy: $policy) {
      __typename
      ... on Problem { code message messageDe }
      ... on SbomCheck {
        fileName
        format
        specVersion
        name
        policy
        policyVersion
        usage
        checkedOn
        verdict
        components
        approved
        rejected
        review
        matrix
        rejectedOnes: findings(first: $first, verdicts: [REJECTED]) { path component version license verdict reasonDe reasonEn rule }
        reviewOnes: findings(first: $first, verdicts: [REVIEW]) { path component version license verdict reasonDe reasonEn rule }
        approvedOnes: findings(first: $first, verdicts: [APPROVED]) { path component version license verdict reasonDe reasonEn rule }
        waivers { component license reason author expiresOn isExpired }
        obligations { key sentenceDe sentenceEn licenses }
      }
    }
  }
`);
const LIST = graphql(`
  query CheckLicenses($texts: [String!]!) {
    licensesOf(texts: $texts) { expression verdict candidates }
  }
`);

type Check = Extract<ResultOf<typeof CHECK>['checkSbom'], { __typename: 'SbomCheck' }>;
/** Findings shown on the page; the command line shows all. */
const SHOWN = 500;

type State = { readonly is: 'reading' } | { readonly is: 'list'; readonly lines: readonly string[] } | { readonly is: 'sbom'; readonly uploadId: string } | { readonly is: 'refused'; readonly problem: ShownProblem };

/** A bill of materials, or a list with one licence in each line: whatever the file is. */
export function FileCheck({ file, usage, policy }: CheckWishes & { file: File }) {
  const t = useTexts(licensingTexts);
  const { language } = useLanguage();
  const { count } = useFormats();
  const [state, setState] = useState<State>({ is: 'reading' });
  useEffect(() => {
    let isCurrent = true;
    const show = (next: State) => isCurrent && setState(next);
    show({ is: 'reading' });
    void (async () => {
      const lines = await linesOf(file);
      if (lines) return show({ is: 'list', lines });
      const answer = await upload(file, language);
      return show('problem' in answer ? { is: 'refused', problem: answer.problem } : { is: 'sbom', uploadId: answer.uploadId });
    })();
    return () => {
      isCurrent = false;
    };
  }, [file, language]);
  if (state.is === 'reading') return <p role="status">{t.reading(file.name)}</p>;
  if (state.is === 'refused') return <ProblemNote problem={state.problem} />;
  if (state.is === 'sbom') return <SbomResult uploadId={state.uploadId} usage={usage} policy={policy} />;
  if (state.lines.length === 0) return <Empty title={t.emptyFile}>{t.emptyFileAdvice}</Empty>;
  if (state.lines.length > MOST_LINES) return <Alert tone="warning" title={t.tooLong}>{t.tooLongAdvice(count(MOST_LINES))}</Alert>;
  return <ListResult texts={state.lines} />;
}

function SbomResult({ uploadId, usage, policy }: CheckWishes & { uploadId: string }) {
  const [{ data, error }] = useQuery({ query: CHECK, variables: { uploadId, usage, policy: policy ?? 'beschaffung', first: SHOWN }, requestPolicy: 'network-only' });
  if (error) return <Failed error={error} />;
  if (!data) return <Loading />;
  const { checkSbom: check } = data;
  if (check.__typename === 'SbomCheck') return <SbomFindings check={check} />;
  return <ProblemOf answer={check} />;
}

function SbomFindings({ check }: { check: Check }) {
  const t = useTexts(licensingTexts);
  const { language } = useLanguage();
  const { count, day } = useFormats();
  const findings = [...check.rejectedOnes, ...check.reviewOnes, ...check.approvedOnes].slice(0, SHOWN);
  return (
    <div className="stack">
      <p className="check-verdict">
        <OutcomeBadge outcome={check.verdict} />
        <span className="check-verdict-word">{check.components === 0 ? t.noComponents : t.outcomeLong[check.verdict]}</span>
      </p>
      <p>
        {check.fileName} ({check.format} {check.specVersion}
        {check.name ? `, ${check.name}` : ''}); {t.version(policyName(check.policy, t.policies), check.policyVersion)}; {t.usages[check.usage]}; {t.on} {day(check.checkedOn)}
        {check.matrix ? `; ${t.matrix} ${check.matrix}` : ''}
      </p>
      <ul className="tiles">
        {(
          [
            ['REJECTED', check.rejected],
            ['REVIEW', check.review],
            ['APPROVED', check.approved],
          ] as const
        ).map(([outcome, number]) => (
          <li key={outcome} className="tile">
            <span className="tile-value">{count(number)}</span>
            <span className="tile-name">
              <OutcomeBadge outcome={outcome} />
            </span>
          </li>
        ))}
      </ul>
      {check.waivers.length > 0 && (
        <>
          <h3 className="kern-heading-small">{t.waivers}</h3>
          <ul>
            {check.waivers.map(({ component, license, reason, author, expiresOn, isExpired }) => (
              <li key={`${component} ${license} ${expiresOn}`}>
                {component}
                {license ? ` (${license})` : ''}: {reason} ({author}, {isExpired ? t.expired : `${t.waiverUntil} ${day(expiresOn)}`})
              </li>
            ))}
          </ul>
        </>
      )}
      {check.obligations.length > 0 && (
        <>
          <h3 className="kern-heading-small">{t.obligations}</h3>
          <Obligations of={check.obligations} />
        </>
      )}
      {findings.length > 0 && <h3 className="kern-heading-small">{t.components}</h3>}
      {findings.length > 0 && (
        <PlainTable
          caption={t.components}
          columns={[
            { key: 'component', name: t.component, cell: ({ component, version }) => `${component} ${version ?? ''}` },
            { key: 'license', name: t.license, cell: ({ license }) => license ?? t.none },
            { key: 'verdict', name: t.verdict, cell: ({ verdict }) => <OutcomeBadge outcome={verdict} /> },
            { key: 'reason', name: t.reason, cell: ({ reasonDe, reasonEn }) => (language === 'de' ? reasonDe : reasonEn) },
          ]}
          rows={findings}
          keyOf={({ path }) => path}
        />
      )}
      {check.components > findings.length && <p className="muted">{t.moreFindings(count(findings.length), count(check.components))}</p>}
    </div>
  );
}

function ListResult({ texts }: { texts: readonly string[] }) {
  const t = useTexts(licensingTexts);
  const ui = useTexts(uiTexts);
  const { count } = useFormats();
  return (
    <Answer of={useQuery({ query: LIST, variables: { texts: [...texts] } })}>
      {({ licensesOf }) => (
        <div className="stack">
          <p>{t.list(count(texts.length))}</p>
          <PlainTable
            caption={t.list(count(texts.length))}
            columns={[
              { key: 'line', name: t.line, isNumeric: true, cell: ({ line }) => count(line) },
              { key: 'text', name: t.checked, cell: ({ text }) => text },
              { key: 'license', name: t.understood, cell: ({ answer }) => answer.expression ?? (answer.candidates.length > 0 ? `${t.notUnderstood}: ${answer.candidates.join(', ')}` : ui.unknown) },
              { key: 'verdict', name: t.openSource, cell: ({ answer }) => <VerdictBadge verdict={verdictOf(answer.verdict)} /> },
            ]}
            rows={licensesOf.map((answer, index) => ({ answer, text: texts[index]!, line: index + 1 }))}
            keyOf={({ line }) => String(line)}
          />
        </div>
      )}
    </Answer>
  );
}
