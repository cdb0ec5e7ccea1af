// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { catalogueTexts } from '../i18n/catalogue.js';
import { curatingTexts } from '../i18n/curating.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { VerdictBadge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { LicenseName } from '../ui/license-name.js';
import { ProductLink } from '../ui/product-link.js';
import { Spoken, Worded } from '../ui/spoken.js';

interface Alternative {
  readonly id: string;
  readonly kind: 'FULL' | 'PARTIAL' | 'NEEDS_COMPLEMENT' | 'COEXISTENCE';
  readonly coverage01: number | null;
  readonly verified: boolean | null;
  readonly evidence: unknown;
  readonly covers: readonly string[];
  readonly missing: readonly string[];
  readonly carriesOver: readonly string[];
  readonly complements: readonly string[];
  readonly notesDe: string | null;
  readonly notesEn: string | null;
  readonly product: { readonly key: string; readonly name: string; readonly license: { readonly expression: string; readonly verdict: 'ALLOWED' | 'DENIED' | 'UNKNOWN' } | null };
}

interface NamedFunction {
  readonly key: string;
  readonly nameDe: string;
  readonly nameEn: string;
}

/** What each alternative can do of what is needed, side by side; what nobody has said is unknown, not missing. */
export function AlternativesCompared({ alternatives, functions: named, onDismiss }: { alternatives: readonly Alternative[]; functions: readonly NamedFunction[]; onDismiss?: ((alternative: Alternative['product']) => void) | undefined }) {
  const t = useTexts(catalogueTexts);
  const curating = useTexts(curatingTexts);
  const ui = useTexts(uiTexts);
  const { share } = useFormats();
  const { language } = useLanguage();
  if (alternatives.length === 0) return <p className="muted">{t.noAlternatives}</p>;
  const functions = [...new Set(alternatives.flatMap(({ covers, missing }) => [...covers, ...missing]))];
  const names = new Map(named.map(({ key, nameDe, nameEn }) => [key, language === 'de' ? nameDe : nameEn]));
  const rows: readonly { name: string; of: (alternative: Alternative) => React.ReactNode }[] = [
    { name: t.replaces, of: ({ kind }) => ui.coverage[kind] },
    { name: t.coverage, of: ({ coverage01 }) => share(coverage01) },
    { name: t.license, of: ({ product: { license } }) => <><VerdictBadge verdict={license?.verdict} /> <LicenseName of={license?.expression} /></> },
    ...functions.map((key) => ({ name: names.get(key) ?? key, of: ({ covers, missing }: Alternative) => (covers.includes(key) ? <Mark sign="✓" word={t.covers} /> : missing.includes(key) ? <Mark sign="✗" word={t.missing} /> : <Mark sign="–" word={t.notKnown} />) })),
    { name: t.carriesOver, of: ({ carriesOver }) => (carriesOver.length === 0 ? '–' : <Spoken language="en">{carriesOver.join(', ')}</Spoken>) },
    { name: t.complements, of: ({ complements }) => (complements.length === 0 ? '–' : complements.map((key) => <div key={key}><ProductLink to={{ key, name: key }} /></div>)) },
    { name: t.evidence, of: ({ evidence, verified }) => <Evidence evidence={evidence} verified={verified} /> },
    { name: t.notes, of: ({ notesDe, notesEn }) => <Worded de={notesDe} en={notesEn} /> },
  ];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll table-scroll--short" role="region" aria-label={t.alternatives} tabIndex={0}>
      <table className="table table--plain">
        <caption className="kern-sr-only">{t.alternatives}</caption>
        <thead>
          <tr>
            <th scope="col">{t.function}</th>
            {alternatives.map(({ id, product }) => (
              <th key={id} scope="col">
                <ProductLink to={product} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {alternatives.map((alternative) => (
                <td key={alternative.id}>{of(alternative)}</td>
              ))}
            </tr>
          ))}
          {onDismiss && (
            <tr className="print-not">
              <th scope="row">{t.actions}</th>
              {alternatives.map(({ id, product }) => (
                <td key={id}>
                  <Button kind="tertiary" small aria-label={curating.dismissOf(product.name)} onClick={() => onDismiss(product)}>
                    {curating.dismiss}
                  </Button>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ sign, word }: { sign: string; word: string }) {
  return (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="kern-sr-only">{word}</span>
    </>
  );
}

interface Proof {
  readonly url?: string;
  readonly note?: string;
  readonly administration?: string;
  readonly checkedOn?: string;
  /** Of administration and note; German unless said. */
  readonly language?: 'de' | 'en';
}

/** Addresses that a reader may follow; anything else is only shown. */
const isAddress = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//.test(url);

/** Who has made this move already, with where it is told. */
function Evidence({ evidence, verified }: { evidence: unknown; verified: boolean | null }) {
  const t = useTexts(catalogueTexts);
  const { count, day } = useFormats();
  const proofs = Array.isArray(evidence) ? (evidence as readonly Proof[]) : [];
  if (proofs.length === 0) return <>{verified ? t.verified : t.noEvidence}</>;
  return (
    <details>
      <summary>{t.evidenceCount(proofs.length, count(proofs.length))}</summary>
      <ul>
        {proofs.map(({ url, note, administration, checkedOn, language = 'de' }) => (
          <li key={`${url} ${administration}`}>
            {isAddress(url) ? (
              <a className="kern-link" href={url} rel="noreferrer">
                {administration ? <Spoken language={language}>{administration}</Spoken> : url}
              </a>
            ) : administration ? (
              <Spoken language={language}>{administration}</Spoken>
            ) : (
              url
            )}{' '}
            {note && <Spoken language={language}>{note}</Spoken>}
            {note && checkedOn && '; '}
            {checkedOn && t.checkedOn(day(checkedOn))}
          </li>
        ))}
      </ul>
    </details>
  );
}
