// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { matchingTexts } from '../i18n/matching.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { CheckField, SearchField, SelectField, TextField } from '../ui/fields.js';
import type { QueueFamily } from './family-fields.js';
import { useKeys } from './use-keys.js';

const PRODUCTS = graphql(`
  query ProductsByName($text: String!) {
    products(first: 8, filter: { search: $text }) { nodes { id name vendor { name } } }
  }
`);
const CATEGORIES = graphql(`
  query Categories {
    categories(first: 1000) { nodes { key nameDe nameEn } }
  }
`);

/** What a person says a name is; `what` tells it in words. */
export interface Answer {
  readonly what: string;
  readonly as: 'CANDIDATE' | 'PRODUCT' | 'NEW_PRODUCT' | 'NOT_SOFTWARE';
  readonly product?: string;
  readonly newProduct?: { readonly name: string; readonly vendor: string | null; readonly category: string; readonly specialisedProcedure: boolean };
}

/** One family of names, with all that can be answered. */
export function Family({ family, hasKeys, mayAnswer, onAnswer, onLater }: { family: QueueFamily; hasKeys: boolean; mayAnswer: boolean; onAnswer: (answer: Answer) => void; onLater: () => void }) {
  const t = useTexts(matchingTexts);
  const { language } = useLanguage();
  const { count, share } = useFormats();
  const [way, setWay] = useState<'choose' | 'new' | null>(null);
  const { title } = family;
  const candidates = (title.match?.candidates ?? []).slice(0, 9);
  const accept = (index: number) => {
    const candidate = candidates[index];
    if (candidate) onAnswer({ as: 'PRODUCT', product: candidate.productId, what: candidate.name });
  };
  const notSoftware = () => onAnswer({ as: 'NOT_SOFTWARE', what: t.notSoftware });
  useKeys(hasKeys, { ...Object.fromEntries(candidates.map((_, index) => [String(index + 1), () => accept(index)])), s: () => setWay('choose'), n: () => setWay('new'), x: notSoftware });
  return (
    <section className="queue-family" aria-labelledby="queue-family">
      <h2 id="queue-family" className="kern-heading-medium">
        {title.raw}
      </h2>
      <p className="muted">
        {[title.vendor && `${t.vendor}: ${title.vendor}`, t.spellings(count(family.titleCount)), t.installations(count(family.installationCount))].filter(Boolean).join(' · ')}
      </p>
      {(title.match?.reasons.length ?? 0) > 0 && (
        <details>
          <summary>{t.why}</summary>
          <ul>
            {title.match!.reasons.map((reason) => (
              <li key={reason.code + reason.de}>{language === 'de' ? reason.de : reason.en}</li>
            ))}
          </ul>
        </details>
      )}
      <h3 className="kern-heading-small">{t.candidates}</h3>
      {candidates.length === 0 ? (
        <p>{t.noCandidates}</p>
      ) : (
        <ol className="queue-candidates">
          {candidates.map((candidate, index) => (
            <li key={candidate.productId}>
              {mayAnswer && (
                <Button kind={index === 0 ? 'primary' : 'secondary'} small onClick={() => accept(index)} aria-label={`${t.accept}: ${candidate.name}`}>
                  {t.accept}
                </Button>
              )}{' '}
              <strong>{candidate.name}</strong> <span className="muted">{[candidate.vendor, t.sure(share(candidate.confidence01))].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="row">
        {mayAnswer && (
          <>
            <Button kind="secondary" small onClick={() => setWay('choose')} aria-expanded={way === 'choose'}>
              {t.other}
            </Button>
            <Button kind="secondary" small onClick={() => setWay('new')} aria-expanded={way === 'new'}>
              {t.newProduct}
            </Button>
            <Button kind="secondary" small onClick={notSoftware}>
              {t.notSoftware}
            </Button>
          </>
        )}
        <Button kind="tertiary" small onClick={onLater}>
          {t.later}
        </Button>
      </p>
      {way === 'choose' && <OtherProduct name={family.name} onAnswer={onAnswer} />}
      {way === 'new' && <NewProduct name={title.raw} vendor={title.vendor} onAnswer={onAnswer} />}
    </section>
  );
}

/** Puts the focus into the first field of what has just been opened. */
function useFirstFocus() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input')?.focus(), []);
  return place;
}

function OtherProduct({ name, onAnswer }: { name: string; onAnswer: (answer: Answer) => void }) {
  const t = useTexts(matchingTexts);
  const [text, setText] = useState(name);
  const place = useFirstFocus();
  const [{ data }] = useQuery({ query: PRODUCTS, variables: { text }, pause: text.trim() === '' });
  const found = data?.products.nodes ?? [];
  return (
    <div className="stack" ref={place}>
      <SearchField label={t.otherSearch} value={text} onSearch={setText} />
      {data && found.length === 0 && <p>{t.noProduct}</p>}
      <ul className="queue-candidates">
        {found.map((product) => (
          <li key={product.id}>
            <Button kind="secondary" small onClick={() => onAnswer({ as: 'PRODUCT', product: product.id, what: product.name })} aria-label={`${t.accept}: ${product.name}`}>
              {t.accept}
            </Button>{' '}
            {product.name} <span className="muted">{product.vendor?.name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NewProduct({ name, vendor, onAnswer }: { name: string; vendor: string | null; onAnswer: (answer: Answer) => void }) {
  const t = useTexts(matchingTexts);
  const { language } = useLanguage();
  const place = useFirstFocus();
  const [form, setForm] = useState({ name, vendor: vendor ?? '', category: undefined as string | undefined, specialisedProcedure: false });
  const [{ data }] = useQuery({ query: CATEGORIES });
  const categories = (data?.categories.nodes ?? []).map(({ key, nameDe, nameEn }) => ({ value: key, name: language === 'de' ? nameDe : nameEn })).sort((a, b) => a.name.localeCompare(b.name, language));
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (form.category) onAnswer({ as: 'NEW_PRODUCT', what: form.name, newProduct: { ...form, name: form.name.trim(), vendor: form.vendor.trim() || null, category: form.category } });
  };
  return (
    <div ref={place}>
      <form className="filters" onSubmit={create}>
        <TextField label={t.newName} value={form.name} onType={(typed) => setForm({ ...form, name: typed })} />
        <TextField label={t.vendor} value={form.vendor} onType={(typed) => setForm({ ...form, vendor: typed })} />
        <SelectField label={t.category} none={t.pick} value={form.category} choices={categories} onChoose={(category) => setForm({ ...form, category })} />
        <CheckField label={t.procedure} checked={form.specialisedProcedure} onCheck={(specialisedProcedure) => setForm({ ...form, specialisedProcedure })} />
        <Button type="submit" disabled={!form.category || form.name.trim() === ''}>
          {t.create}
        </Button>
      </form>
    </div>
  );
}
