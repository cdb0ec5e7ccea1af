// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';

const PROOF = graphql(`
  query LicenseProof($text: String!) {
    license(text: $text) { proofDe proofEn }
  }
`);

/** Why a licence has its verdict, in sentences. */
export function LicenseProof({ expression }: { expression: string }) {
  const t = useTexts(catalogueTexts);
  return (
    <details>
      <summary>{t.proof}</summary>
      <Sentences expression={expression} />
    </details>
  );
}

function Sentences({ expression }: { expression: string }) {
  const { language } = useLanguage();
  return (
    <Answer of={useQuery({ query: PROOF, variables: { text: expression } })}>
      {({ license: { proofDe, proofEn } }) => (
        <ul>
          {[language === 'de' ? proofDe : proofEn].flat().map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Answer>
  );
}
