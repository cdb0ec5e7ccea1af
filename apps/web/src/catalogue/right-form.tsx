// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useMutation } from 'urql';
import { parseEuro } from '#kernel';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useTexts } from '../i18n/language.js';
import { DialogForm } from '../ui/dialog.js';
import { DayField, NumberField, SelectField, TextField } from '../ui/fields.js';
import { MoneyField } from '../ui/money-field.js';
import { problemsByField, type PlacedProblem } from '../ui/problems-by-field.js';
import { Failed, ProblemNote } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { AMOUNT_NOT_READ, NUMBER_TAKEN } from './contract-form.js';
import { euroText, KEEP_RIGHT, METRICS, type Right } from './contract-queries.js';
import { ProductField, type Chosen } from './named-fields.js';

const PATHS = ['number', 'product', 'metric', 'quantity', 'site', 'upToVersion', 'validFrom', 'validUntil', 'unitCostCents'] as const;

const PRODUCT_MISSING = { code: 'PAGE.PRODUCT_MISSING', path: 'product', message: catalogueTexts.en.productMissing, messageDe: catalogueTexts.de.productMissing };

interface RightFormProps {
  readonly id: string;
  /** Number of the contract under which it was bought. */
  readonly contract: string;
  readonly product: Chosen | null;
  /** The right that is changed; none: a new one. */
  readonly right?: Right | undefined;
  readonly onSaved: () => void;
  /** Reads it anew, where somebody else has changed it. */
  readonly onReload: () => void;
}

/** Enters a right of use under a contract, or replaces one as a whole. */
export function RightForm({ id, contract, product: ofContract, right, onSaved, onReload }: RightFormProps) {
  const t = useTexts(catalogueTexts);
  const say = useToast();
  const [number, setNumber] = useState(right?.number ?? '');
  const [product, setProduct] = useState<Chosen | null>(right?.product ?? ofContract);
  const [metric, setMetric] = useState(right?.metric ?? METRICS[0]);
  const [quantity, setQuantity] = useState(right?.quantity ?? null);
  const [site, setSite] = useState(right?.site ?? '');
  const [upToVersion, setUpToVersion] = useState(right?.upToVersion ?? '');
  const [validFrom, setValidFrom] = useState(right?.validFrom ?? '');
  const [validUntil, setValidUntil] = useState(right?.validUntil ?? '');
  const [cost, setCost] = useState(euroText(right?.unitCostCents ?? null));
  const [problem, setProblem] = useState<PlacedProblem | null>(null);
  const [{ error }, keep] = useMutation(KEEP_RIGHT);
  const { at, rest } = problemsByField(problem, PATHS);
  const submit = async () => {
    const cents = cost.trim() === '' ? null : parseEuro(cost);
    setProblem(null);
    if (cost.trim() !== '' && cents === null) return setProblem({ ...AMOUNT_NOT_READ, path: 'unitCostCents' });
    if (product === null) return setProblem(PRODUCT_MISSING);
    const { data } = await keep({
      input: { number, revision: right?.revision ?? null, product: product.key, contract, metric, quantity: metric === 'SITE' ? null : quantity, site: site || null, upToVersion: upToVersion || null, validFrom: validFrom || null, validUntil: validUntil || null, unitCostCents: cents },
    });
    const outcome = data?.upsertEntitlement;
    if (outcome?.__typename === 'EntitlementStored') {
      say(t.rightKept(outcome.entitlement.number));
      onSaved();
    } else setProblem(outcome?.__typename === 'ChangedMeanwhileProblem' && !right ? NUMBER_TAKEN : (outcome ?? null));
  };
  return (
    <DialogForm id={id} className="form-grid" noValidate onSubmit={submit}>
      {!right && <TextField label={t.number} hint={t.rightNumberHint} value={number} problem={at('number')} onType={setNumber} />}
      <ProductField label={t.name} problem={at('product')} value={product} onChoose={setProduct} />
      <SelectField label={t.metric} problem={at('metric')} none={t.metrics[METRICS[0]]} value={metric === METRICS[0] ? undefined : metric} choices={METRICS.slice(1).map((value) => ({ value, name: t.metrics[value] }))} onChoose={(chosen) => setMetric(chosen ?? METRICS[0])} />
      {metric === 'SITE' ? <TextField label={t.site} hint={t.siteHint} value={site} problem={at('site')} onType={setSite} /> : <NumberField label={t.quantity} hint={t.unknownEmpty} problem={at('quantity')} value={quantity} least={0} most={100_000_000} onChange={setQuantity} />}
      <TextField label={t.upToVersion} hint={t.upToVersionHint} value={upToVersion} problem={at('upToVersion')} onType={setUpToVersion} />
      <DayField label={t.validFrom} problem={at('validFrom')} value={validFrom} onChange={setValidFrom} />
      <DayField label={t.validUntil} hint={t.validUntilHint} problem={at('validUntil')} value={validUntil} onChange={setValidUntil} />
      <MoneyField label={t.unitCost} hint={t.unknownEmpty} problem={at('unitCostCents')} value={cost} onType={setCost} />
      <div className="form-wide stack">
        {error && <Failed error={error} />}
        {rest.map((one) => (
          <ProblemNote key={one.code} problem={one} onReload={onReload} />
        ))}
      </div>
    </DialogForm>
  );
}
