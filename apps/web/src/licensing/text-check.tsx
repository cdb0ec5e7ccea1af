// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { licensingTexts } from '../i18n/licensing.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { VerdictBadge, verdictOf } from '../ui/badge.js';
import { ProblemOf } from '../ui/states.js';
import { Obligations } from './obligations.js';
import { OutcomeBadge } from './outcome-badge.js';
import { policyName } from './policy-name.js';
import type { CheckWishes } from './wishes.js';

const CHECK = graphql(`
  query CheckLicense($text: String!, $usage: LicenseUsage, $policy: String!) {
    checkLicense(text: $text, usage: $usage, policy: $policy) {
      __typename
      ... on Problem { code message messageDe }
      ... on LicenseCheck {
        license
        candidates
        verdict
        rule
        reasonDe
        reasonEn
        policy
        policyVersion
        usage
        matrix
        obligations { key sentenceDe sentenceEn licenses }
      }
    }
    licensesOf(texts: [$text]) { verdict osiApproved fsfLibre proofDe proofEn }
  }
`);

/** What a policy says of one licence, on one page that can be filed. */
export function TextCheck({ text, usage, policy }: CheckWishes & { text: string }) {
  const t = useTexts(licensingTexts);
  const { language } = useLanguage();
  const { day } = useFormats();
  const approval = (known: boolean | null | undefined) => (known === null || known === undefined ? null : known ? t.approved : t.notApproved);
  return (
    <Answer of={useQuery({ query: CHECK, variables: { text, usage, policy: policy ?? 'beschaffung' } })}>
      {({ checkLicense: check, licensesOf: [answer] }) => {
        if (check.__typename !== 'LicenseCheck') return <ProblemOf answer={check} />;
        return (
          <div className="stack">
            <p className="check-verdict">
              <OutcomeBadge outcome={check.verdict} />
              <span className="check-verdict-word">{t.outcomeLong[check.verdict]}</span>
            </p>
            <dl className="facts">
              <Fact name={t.checked}>
                <pre className="code check-excerpt">{text}</pre>
              </Fact>
              <Fact name={t.understood}>{check.license ? <strong>{check.license}</strong> : t.notUnderstood}</Fact>
              {!check.license && check.candidates.length > 0 && <Fact name={t.candidates}>{check.candidates.join(', ')}</Fact>}
              <Fact name={t.openSource}>
                <VerdictBadge verdict={verdictOf(answer?.verdict)} />
              </Fact>
              {approval(answer?.osiApproved) && <Fact name={t.osi}>{approval(answer?.osiApproved)}</Fact>}
              {approval(answer?.fsfLibre) && <Fact name={t.fsf}>{approval(answer?.fsfLibre)}</Fact>}
              <Fact name={t.reason}>
                {language === 'de' ? check.reasonDe : check.reasonEn} <span className="muted">
                  ({t.rule} <code translate="no">{check.rule}</code>)
                </span>
              </Fact>
              {answer && (
                <Fact name={t.proof}>
                  <pre className="check-excerpt">{language === 'de' ? answer.proofDe : answer.proofEn}</pre>
                </Fact>
              )}
              <Fact name={t.usage}>{t.usages[check.usage]}</Fact>
              <Fact name={t.policyUsed}>
                {t.version(policyName(check.policy, t.policies), check.policyVersion)}, {t.on} {day(new Date().toISOString().slice(0, 10))}
              </Fact>
              {check.matrix && <Fact name={t.matrix}>{check.matrix}</Fact>}
            </dl>
            <h3 className="kern-heading-small">{t.obligations}</h3>
            {check.obligations.length === 0 ? (
              <p>{t.noObligations}</p>
            ) : (
              <Obligations of={check.obligations} />
            )}
          </div>
        );
      }}
    </Answer>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="facts-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
