// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useClient, useMutation } from 'urql';
import { catalogueTexts } from '../i18n/catalogue.js';
import { curatingTexts } from '../i18n/curating.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { DialogForm } from '../ui/dialog.js';
import { CheckField, ChecksField, DayField, LinesField, SelectField, TextField } from '../ui/fields.js';
import { FormFoot } from '../ui/form-foot.js';
import { useToast } from '../ui/toast.js';
import { useRecordEditor } from '../ui/use-record-editor.js';
import { alternativeIn, fieldInWords, valueInWords } from './field-in-words.js';
import { VendorField, type Chosen } from './named-fields.js';
import { EDITED_PRODUCT, SAY_OF_PRODUCT, type EditedProduct, type FunctionsOfCategory } from './product-queries.js';

const DISTRIBUTIONS = ['desktop', 'server', 'saas', 'mobile', 'library', 'operating-system', 'appliance'] as const;
const PERSONAL = ['TYPICAL', 'POSSIBLE', 'NO'] as const;

/** What is entered of a product. */
interface Entry {
  readonly name: string;
  readonly vendor: Chosen | null;
  readonly category: string;
  readonly license: string;
  readonly distribution: readonly string[];
  readonly functions: readonly string[];
  /** One a line. */
  readonly aliases: string;
  readonly personalData: (typeof PERSONAL)[number] | null;
  readonly specialisedProcedure: boolean;
  readonly noneKnownOn: string;
}

const NOTHING: Entry = { name: '', vendor: null, category: '', license: '', distribution: [], functions: [], aliases: '', personalData: null, specialisedProcedure: false, noneKnownOn: '' };
/** Where the server names what is entered otherwise: the day is a part of `noneKnown`. */
const PATHS = ['name', 'vendor', 'category', 'license', 'distribution', 'functions', 'aliases', 'personalData', 'specialisedProcedure', 'noneKnown', 'reason', 'source'] as const;
/** The server says that something is there where nothing was expected. */
const NAME_TAKEN = { code: 'PAGE.NAME_TAKEN', path: 'name', message: curatingTexts.en.nameTaken, messageDe: curatingTexts.de.nameTaken };

function entryOf({ name, vendor, category, license, distribution, functions, aliases, personalData, specialisedProcedure, noneKnownOn }: EditedProduct): Entry {
  return { name, vendor, category: category.key, license: license?.expression ?? '', distribution, functions, aliases: aliases.join('\n'), personalData: PERSONAL.find((one) => one === personalData) ?? null, specialisedProcedure, noneKnownOn: noneKnownOn ?? '' };
}

/** The fields as the server takes them. */
function inputOf({ vendor, distribution, functions, aliases, noneKnownOn, ...rest }: Partial<Entry>) {
  return {
    ...rest,
    ...(vendor !== undefined && { vendor: vendor?.key ?? '' }),
    ...(distribution !== undefined && { distribution: [...distribution] }),
    ...(functions !== undefined && { functions: [...functions] }),
    ...(aliases !== undefined && { aliases: linesOf(aliases) }),
    ...(noneKnownOn !== undefined && { noneKnownOn: noneKnownOn || null }),
  };
}

/** What stands in the lines of a text; empty ones are nothing. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

interface ProductFormProps {
  readonly id: string;
  /** The product that is changed; none: a new one. */
  readonly product?: EditedProduct;
  readonly categories: readonly FunctionsOfCategory[];
  readonly onSaved: (key: string) => void;
}

/** Enters a product, or says single fields of one otherwise; what the server has against a field stands beside it, and what somebody else changed meanwhile beside one's own. */
export function ProductForm({ id, product, categories, onSaved }: ProductFormProps) {
  const t = useTexts(curatingTexts);
  const { fields: fieldWords, personal } = useTexts(catalogueTexts);
  const ui = useTexts(uiTexts);
  const { language } = useLanguage();
  const { day } = useFormats();
  const say = useToast();
  const client = useClient();
  const editor = useRecordEditor({ row: product, empty: NOTHING, entryOf, paths: PATHS });
  const { entry, edit, changed, read, at } = editor;
  const [reset, setReset] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [source, setSource] = useState('');
  const [{ error }, send] = useMutation(SAY_OF_PRODUCT);
  const nameOf = (one: { readonly nameDe: string; readonly nameEn: string }) => (language === 'de' ? one.nameDe : one.nameEn);
  const kinds = categories.map((one) => ({ value: one.key, name: nameOf(one) })).sort((one, other) => one.name.localeCompare(other.name, language));
  const functions = (categories.find(({ key }) => key === entry.category)?.functions ?? []).map((one) => ({ value: one.key, name: nameOf(one) }));
  const own = (read?.overrides ?? []).filter(({ field, layer }) => layer.kind === 'OWN' && alternativeIn(field) === null);
  const submit = async () => {
    editor.begin();
    // one of the administration's own has nothing beneath it that would say the rest
    const said = read === undefined || read.origin === 'OWN' ? entry : changed;
    const { data } = await send({ input: { ...(read && { key: read.key, revision: read.revision, reset: reset.filter((field) => own.some((one) => one.field === field)) }), ...inputOf(said), reason: reason || null, source: source || null } });
    const outcome = data?.upsertProduct;
    if (outcome?.__typename === 'UpsertProductSuccess') {
      say(read ? t.productChanged(outcome.product.name) : t.productAdded(outcome.product.name));
      onSaved(outcome.product.key);
      return;
    }
    if (outcome?.__typename !== 'ChangedMeanwhileProblem') return editor.refuse(outcome);
    if (!read) return editor.refuse(NAME_TAKEN);
    const asked = await client.query(EDITED_PRODUCT, { key: read.key }, { requestPolicy: 'network-only' }).toPromise();
    editor.refuseAsChanged(outcome, asked.data?.product);
  };
  const listOf = (values: readonly string[], names: readonly { readonly value: string; readonly name: string }[]) => values.map((value) => names.find((one) => one.value === value)?.name ?? value).join(', ') || '–';
  const allFunctions = categories.flatMap((one) => one.functions.map((other) => ({ value: other.key, name: nameOf(other) })));
  const forms = DISTRIBUTIONS.map((value) => ({ value, name: t.distributions[value] }));
  const written: { readonly [Field in keyof Entry]: readonly [label: string, write: (value: Entry[Field]) => string] } = {
    name: [t.name, String],
    vendor: [t.vendor, (value) => value?.name ?? '–'],
    category: [t.category, (value) => listOf([value], kinds)],
    license: [t.license, (value) => value || '–'],
    distribution: [t.distribution, (value) => listOf(value, forms)],
    functions: [t.functions, (value) => listOf(value, allFunctions)],
    aliases: [t.aliases, (value) => linesOf(value).join(', ') || '–'],
    personalData: [t.personalData, (value) => (value === null ? t.notKnown : personal[value]!)],
    specialisedProcedure: [t.specialisedProcedure, (value) => (value ? ui.yes : ui.no)],
    noneKnownOn: [t.noneKnownOn, (value) => day(value || null)],
  };
  const write = (field: keyof Entry, value: Entry[keyof Entry]) => (written[field][1] as (value: Entry[keyof Entry]) => string)(value);
  return (
    <DialogForm id={id} className="form-grid" noValidate onSubmit={submit}>
      <TextField label={t.name} hint={t.nameHint} problem={at('name')} value={entry.name} onType={(name) => edit({ name })} />
      <VendorField label={t.vendor} newAs={t.newVendor} problem={at('vendor')} value={entry.vendor} onChoose={(vendor) => edit({ vendor })} />
      <SelectField label={t.category} none={t.pick} problem={at('category')} value={entry.category || undefined} choices={kinds} onChoose={(category) => edit({ category: category ?? '', functions: [] })} />
      <TextField label={t.license} hint={t.licenseHint} problem={at('license')} value={entry.license} onType={(license) => edit({ license })} />
      <LinesField label={t.aliases} hint={t.aliasesHint} problem={at('aliases')} value={entry.aliases} onChange={(aliases) => edit({ aliases })} />
      <SelectField label={t.personalData} none={t.notKnown} problem={at('personalData')} value={entry.personalData ?? undefined} choices={PERSONAL.map((value) => ({ value, name: personal[value]! }))} onChoose={(personalData) => edit({ personalData: personalData ?? null })} />
      <ChecksField label={t.distribution} problem={at('distribution')} choices={forms} chosen={entry.distribution as readonly (typeof DISTRIBUTIONS)[number][]} onChoose={(distribution) => edit({ distribution })} />
      {functions.length > 0 && <ChecksField label={t.functions} hint={t.functionsHint} problem={at('functions')} choices={functions} chosen={entry.functions} onChoose={(chosen) => edit({ functions: chosen })} />}
      <CheckField label={t.specialisedProcedure} checked={entry.specialisedProcedure} onCheck={(specialisedProcedure) => edit({ specialisedProcedure })} />
      <DayField label={t.noneKnownOn} hint={t.noneKnownHint} problem={at('noneKnown')} value={entry.noneKnownOn} onChange={(noneKnownOn) => edit({ noneKnownOn })} />
      {own.length > 0 && (
        <ChecksField
          label={t.reset}
          hint={t.resetHint}
          choices={own.map(({ field, value }) => ({ value: field, name: [fieldInWords(field, fieldWords), valueInWords(field, value)].filter(Boolean).join(': ') }))}
          chosen={reset}
          onChoose={setReset}
        />
      )}
      <TextField label={t.reason} hint={t.reasonHint} problem={at('reason')} value={reason} onType={setReason} />
      <TextField label={t.source} hint={t.sourceHint} problem={at('source')} value={source} onType={setSource} />
      <FormFoot<Entry> editor={editor} error={error} labelOf={(field) => written[field][0]} write={write} />
    </DialogForm>
  );
}
