// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useClient, useMutation } from 'urql';
import { parseEuro } from '#kernel';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { DialogForm } from '../ui/dialog.js';
import { DayField, NumberField, SelectField, TextField } from '../ui/fields.js';
import { FormFoot } from '../ui/form-foot.js';
import { MoneyField } from '../ui/money-field.js';
import { useToast } from '../ui/toast.js';
import { useRecordEditor } from '../ui/use-record-editor.js';
import { ADD_CONTRACT, CHANGE_CONTRACT, CONTRACT, euroText, METRICS, type Metric, type WholeContract } from './contract-queries.js';
import { DepartmentField, ProductField, VendorField, type Chosen } from './named-fields.js';

/** What is entered of a contract. */
interface Entry {
  readonly number: string;
  readonly product: Chosen | null;
  readonly vendor: Chosen | null;
  readonly department: Chosen | null;
  readonly metric: Metric;
  readonly seats: number | null;
  readonly cost: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly notice: number | null;
  readonly noticeIn: 'MONTHS' | 'DAYS';
  readonly renewalMonths: number | null;
}

const NOTHING: Entry = { number: '', product: null, vendor: null, department: null, metric: 'NAMED_USER', seats: null, cost: '', startsOn: '', endsOn: '', notice: null, noticeIn: 'MONTHS', renewalMonths: null };
/** Where the server names what is entered otherwise. */
const PATHS = ['number', 'product', 'vendor', 'department', 'metric', 'seats', 'costPerYearCents', 'startsOn', 'endsOn', 'noticePeriodMonths', 'noticePeriodDays', 'renewalMonths'] as const;
const MOST = 100_000_000;
export const AMOUNT_NOT_READ = { code: 'PAGE.AMOUNT_NOT_READ', path: 'costPerYearCents', message: catalogueTexts.en.amountNotRead, messageDe: catalogueTexts.de.amountNotRead };
/** The server says that something is there where nothing was expected. */
export const NUMBER_TAKEN = { code: 'PAGE.NUMBER_TAKEN', path: 'number', message: catalogueTexts.en.numberTaken, messageDe: catalogueTexts.de.numberTaken };

function entryOf(contract: WholeContract): Entry {
  const { number, product, vendor, department, metric, seats, costPerYearCents, startsOn, endsOn, noticePeriodMonths, noticePeriodDays, renewalMonths } = contract;
  return {
    number,
    product,
    vendor,
    department,
    metric: METRICS.find((one) => one === metric) ?? 'NAMED_USER',
    seats,
    cost: euroText(costPerYearCents),
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
    notice: noticePeriodMonths ?? noticePeriodDays,
    noticeIn: noticePeriodDays === null ? 'MONTHS' : 'DAYS',
    renewalMonths,
  };
}

interface ContractFormProps {
  readonly id: string;
  /** The contract that is changed; none: a new one. */
  readonly contract?: WholeContract;
  /** The product that a new contract is about. */
  readonly product?: Chosen | null;
  readonly onSaved: (number: string) => void;
}

/** Enters a contract, or changes single fields of one; what the server has against a field stands beside it, and what somebody else changed meanwhile beside one's own. */
export function ContractForm({ id, contract, product = null, onSaved }: ContractFormProps) {
  const t = useTexts(catalogueTexts);
  const { day, count } = useFormats();
  const say = useToast();
  const client = useClient();
  const editor = useRecordEditor({ row: contract, empty: { ...NOTHING, product }, entryOf, paths: PATHS });
  const { entry, edit, changed, read, at } = editor;
  const [added, add] = useMutation(ADD_CONTRACT);
  const [saved, change] = useMutation(CHANGE_CONTRACT);
  const submit = async () => {
    const cents = entry.cost.trim() === '' ? null : parseEuro(entry.cost);
    editor.begin();
    if (entry.cost.trim() !== '' && cents === null) return editor.refuse(AMOUNT_NOT_READ);
    const months = entry.noticeIn === 'MONTHS' ? entry.notice : null;
    const days = entry.noticeIn === 'DAYS' ? entry.notice : null;
    if (read === undefined) {
      const { number, metric, seats, startsOn, endsOn, renewalMonths } = entry;
      const input = { number, metric, seats, renewalMonths, costPerYearCents: cents, startsOn: startsOn || null, endsOn: endsOn || null, noticePeriodMonths: months, noticePeriodDays: days };
      const { data } = await add({ input: { ...input, product: entry.product?.key ?? null, vendor: entry.vendor?.key ?? null, department: entry.department?.key ?? null } });
      const outcome = data?.upsertContract;
      if (outcome?.__typename === 'ContractStored') {
        say(t.contractAdded(outcome.contract.number));
        onSaved(outcome.contract.number);
      } else editor.refuse(outcome?.__typename === 'ChangedMeanwhileProblem' ? NUMBER_TAKEN : outcome);
      return;
    }
    const { number: _number, cost, notice, noticeIn, product: what, vendor, department, startsOn, endsOn, ...plain } = changed;
    const input = {
      ...plain,
      ...(cost !== undefined && { costPerYearCents: cents }),
      ...((notice !== undefined || noticeIn !== undefined) && { noticePeriodMonths: months, noticePeriodDays: days }),
      ...(what !== undefined && { product: what?.id ?? null }),
      ...(vendor !== undefined && { vendor: vendor?.id ?? null }),
      ...(department !== undefined && { department: department?.id ?? null }),
      ...(startsOn !== undefined && { startsOn: startsOn || null }),
      ...(endsOn !== undefined && { endsOn: endsOn || null }),
    };
    const { data } = await change({ input: { id: read.id, revision: read.revision, ...input } });
    const outcome = data?.curateContract;
    if (outcome?.__typename === 'CurateContractSuccess') {
      say(t.contractChanged(read.number));
      onSaved(read.number);
      return;
    }
    if (outcome?.__typename !== 'ChangedMeanwhileProblem') return editor.refuse(outcome);
    const asked = await client.query(CONTRACT, { number: read.number }, { requestPolicy: 'network-only' }).toPromise();
    editor.refuseAsChanged(outcome, asked.data?.contracts.nodes[0]);
  };
  const written: Readonly<Record<keyof Entry, readonly [label: string, write: (value: Entry[keyof Entry]) => string]>> = {
    number: [t.number, String],
    product: [t.name, nameOf],
    vendor: [t.vendor, nameOf],
    department: [t.department, nameOf],
    metric: [t.metric, (value) => t.metrics[value as Metric]],
    seats: [t.seats, (value) => count(value as number | null)],
    cost: [t.cost, (value) => (value ? `${String(value)} €` : '–')],
    startsOn: [t.startsOn, (value) => day((value as string) || null)],
    endsOn: [t.endsOn, (value) => day((value as string) || null)],
    notice: [t.noticePeriod, (value) => count(value as number | null)],
    noticeIn: [t.noticeIn, (value) => t.noticeUnits[value as Entry['noticeIn']]],
    renewalMonths: [t.renewal, (value) => count(value as number | null)],
  };
  return (
    <DialogForm id={id} className="form-grid" noValidate onSubmit={submit}>
      {contract === undefined && <TextField label={t.number} value={entry.number} problem={at('number')} onType={(number) => edit({ number })} />}
      <ProductField label={t.name} problem={at('product')} value={entry.product} onChoose={(chosen) => edit({ product: chosen })} />
      <VendorField label={t.vendor} problem={at('vendor')} value={entry.vendor} onChoose={(vendor) => edit({ vendor })} />
      <DepartmentField label={t.paidBy} problem={at('department')} value={entry.department} onChoose={(department) => edit({ department })} />
      <SelectField label={t.metric} problem={at('metric')} none={t.metrics[METRICS[0]]} value={entry.metric === METRICS[0] ? undefined : entry.metric} choices={METRICS.slice(1).map((value) => ({ value, name: t.metrics[value] }))} onChoose={(metric) => edit({ metric: metric ?? METRICS[0] })} />
      {entry.metric !== 'SITE' && <NumberField label={t.seats} hint={t.unknownEmpty} problem={at('seats')} value={entry.seats} least={0} most={MOST} onChange={(seats) => edit({ seats })} />}
      <MoneyField label={t.cost} hint={t.unknownEmpty} problem={at('costPerYearCents')} value={entry.cost} onType={(cost) => edit({ cost })} />
      <DayField label={t.startsOn} problem={at('startsOn')} value={entry.startsOn} onChange={(startsOn) => edit({ startsOn })} />
      <DayField label={t.termEndsOn} hint={t.termEndsHint} problem={at('endsOn')} value={entry.endsOn} onChange={(endsOn) => edit({ endsOn })} />
      <NumberField label={t.renewal} hint={t.renewalHint} problem={at('renewalMonths')} value={entry.renewalMonths} least={1} most={600} onChange={(renewalMonths) => edit({ renewalMonths })} />
      <NumberField label={t.noticePeriod} hint={t.noticeHint} problem={at('noticePeriodMonths') ?? at('noticePeriodDays')} value={entry.notice} least={0} most={3_660} onChange={(notice) => edit({ notice })} />
      <SelectField label={t.noticeIn} none={t.noticeUnits.MONTHS} value={entry.noticeIn === 'DAYS' ? 'DAYS' : undefined} choices={[{ value: 'DAYS', name: t.noticeUnits.DAYS }]} onChoose={(unit) => edit({ noticeIn: unit ?? 'MONTHS' })} />
      <FormFoot<Entry> editor={editor} error={saved.error ?? added.error} labelOf={(field) => written[field][0]} write={(field, value) => written[field][1](value)} />
    </DialogForm>
  );
}

const nameOf = (value: Entry[keyof Entry]): string => (value as Chosen | null)?.name ?? '–';
