// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { Permitted } from '../access/permitted.js';
import { curatingTexts } from '../i18n/curating.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import { uiTexts } from '../i18n/ui.js';
import { Button } from '../ui/button.js';
import { Dialog, DialogForm, SubmitActions } from '../ui/dialog.js';
import { FormButton } from '../ui/form-button.js';
import { DayField, LinesField, SelectField, TextField } from '../ui/fields.js';
import { problemsByField, type PlacedProblem } from '../ui/problems-by-field.js';
import { Failed, ProblemNote } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { ProductField, type Chosen } from './named-fields.js';
import { linesOf } from './product-form.js';
import { DISMISS, PROPOSE } from './product-queries.js';

const KINDS = ['FULL', 'PARTIAL', 'NEEDS_COMPLEMENT', 'COEXISTENCE'] as const;
const PROPOSED_PATHS = ['kind', 'covers', 'missing', 'complements', 'carriesOver', 'evidence', 'notes', 'reason'] as const;
const NOT_CHOSEN = { code: 'PAGE.ALTERNATIVE_MISSING', message: curatingTexts.en.alternativeMissing, messageDe: curatingTexts.de.alternativeMissing };
const KNOWN_ALREADY = { code: 'PAGE.ALTERNATIVE_KNOWN', message: curatingTexts.en.alternativeKnown, messageDe: curatingTexts.de.alternativeKnown };

/** What an alternative is said of. */
export interface Replaced {
  readonly key: string;
  readonly name: string;
  readonly revision: number;
  readonly category: { readonly functions: readonly { readonly key: string; readonly nameDe: string; readonly nameEn: string }[] };
  /** Alternatives that stand there. */
  readonly known: readonly { readonly product: { readonly key: string } }[];
}

/** The way to say that an open-source product can take the place of another one. */
export function ProposeAlternative({ product, onSaid, onReload }: { product: Replaced; onSaid: (revision: number) => void; onReload: () => void }) {
  const t = useTexts(curatingTexts);
  return (
    <Permitted to={[PROPOSE]}>
      <p>
        <FormButton name={t.proposeAlternative} kind="secondary" title={t.proposeFor(product.name)} act={t.propose}>
          {(form, onDone) => <ProposeForm id={form} product={product} onSaved={(revision) => { onSaid(revision); onDone(); }} onReload={onReload} />}
        </FormButton>
      </p>
    </Permitted>
  );
}

function ProposeForm({ id, product, onSaved, onReload }: { id: string; product: Replaced; onSaved: (revision: number) => void; onReload: () => void }) {
  const t = useTexts(curatingTexts);
  const ui = useTexts(uiTexts);
  const { language } = useLanguage();
  const say = useToast();
  const [alternative, setAlternative] = useState<Chosen | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('PARTIAL');
  const [can, setCan] = useState<Readonly<Record<string, 'covers' | 'missing' | undefined>>>({});
  const [complements, setComplements] = useState<readonly Chosen[]>([]);
  const [carriesOver, setCarriesOver] = useState('');
  const [evidence, setEvidence] = useState({ url: '', administration: '', checkedOn: '', note: '' });
  const [notesDe, setNotesDe] = useState('');
  const [notesEn, setNotesEn] = useState('');
  const [reason, setReason] = useState('');
  const [unchosen, setUnchosen] = useState<typeof NOT_CHOSEN>();
  const [problem, setProblem] = useState<PlacedProblem | null>(null);
  const [{ error }, propose] = useMutation(PROPOSE);
  const { at, rest } = problemsByField(problem, PROPOSED_PATHS);
  const submit = async () => {
    setProblem(null);
    const chosen = alternative === null ? NOT_CHOSEN : product.known.some((one) => one.product.key === alternative.key) ? KNOWN_ALREADY : undefined;
    setUnchosen(chosen);
    if (alternative === null || chosen) return;
    const keysOf = (word: 'covers' | 'missing') => product.category.functions.flatMap(({ key }) => (can[key] === word ? [key] : []));
    const proof = Object.values(evidence).some((part) => part.trim() !== '') ? [{ url: evidence.url.trim(), administration: evidence.administration.trim() || null, checkedOn: evidence.checkedOn || null, note: evidence.note.trim() || null }] : [];
    const { data } = await propose({
      input: {
        product: product.key,
        revision: product.revision,
        alternative: alternative.key,
        kind,
        covers: keysOf('covers'),
        missing: keysOf('missing'),
        complements: kind === 'NEEDS_COMPLEMENT' ? complements.map(({ key }) => key) : [],
        carriesOver: linesOf(carriesOver),
        evidence: proof,
        notesDe: notesDe.trim() || null,
        notesEn: notesEn.trim() || null,
        reason: reason.trim() || null,
      },
    });
    const outcome = data?.proposeAlternative;
    if (outcome?.__typename === 'UpsertProductSuccess') {
      say(t.proposed(alternative.name, product.name));
      onSaved(outcome.product.revision);
    } else setProblem(outcome ?? null);
  };
  return (
    <DialogForm id={id} className="form-grid" noValidate onSubmit={submit}>
      <ProductField label={t.alternative} isOpenSource problem={unchosen} value={alternative} onChoose={setAlternative} />
      <SelectField label={t.kind} problem={at('kind')} none={ui.coverage.PARTIAL} value={kind === 'PARTIAL' ? undefined : kind} choices={KINDS.filter((one) => one !== 'PARTIAL').map((value) => ({ value, name: ui.coverage[value] }))} onChoose={(chosen) => setKind(chosen ?? 'PARTIAL')} />
      {kind === 'NEEDS_COMPLEMENT' && (
        <div>
          <ProductField label={t.complements} hint={t.complementsHint} problem={at('complements')} value={null} onChoose={(chosen) => chosen && setComplements([...complements.filter(({ key }) => key !== chosen.key), chosen])} />
          <p className="row">
            {complements.map(({ key, name }) => (
              <Button key={key} kind="secondary" small icon="close" aria-label={t.dropComplement(name)} onClick={() => setComplements(complements.filter((one) => one.key !== key))}>
                {name}
              </Button>
            ))}
          </p>
        </div>
      )}
      {product.category.functions.map(({ key, nameDe, nameEn }) => (
        <SelectField
          key={key}
          label={t.functionOf(language === 'de' ? nameDe : nameEn)}
          none={t.notKnown}
          value={can[key]}
          choices={(['covers', 'missing'] as const).map((value) => ({ value, name: t[value] }))}
          onChoose={(chosen) => setCan({ ...can, [key]: chosen })}
        />
      ))}
      <LinesField label={t.carriesOver} hint={t.carriesOverHint} problem={at('carriesOver')} value={carriesOver} onChange={setCarriesOver} />
      <TextField label={t.evidenceUrl} hint={t.sourceHint} problem={at('evidence')} value={evidence.url} onType={(url) => setEvidence({ ...evidence, url })} />
      <TextField label={t.evidenceBy} value={evidence.administration} onType={(administration) => setEvidence({ ...evidence, administration })} />
      <DayField label={t.evidenceOn} hint={t.evidenceOnHint} value={evidence.checkedOn} onChange={(checkedOn) => setEvidence({ ...evidence, checkedOn })} />
      <TextField label={t.evidenceNote} value={evidence.note} onType={(note) => setEvidence({ ...evidence, note })} />
      <TextField label={t.notesDe} problem={at('notes')} value={notesDe} onType={setNotesDe} />
      <TextField label={t.notesEn} value={notesEn} onType={setNotesEn} />
      <TextField label={t.reason} hint={t.reasonHint} problem={at('reason')} value={reason} onType={setReason} />
      <div className="form-wide stack">
        {error && <Failed error={error} />}
        {[...rest, ...['covers', 'missing'].flatMap((field) => at(field as 'covers') ?? [])].map((one) => (
          <ProblemNote key={one.code} problem={one} onReload={onReload} />
        ))}
      </div>
    </DialogForm>
  );
}

/** Says that an alternative of the catalogue is none here. */
export function DismissDialog({ product, alternative, onClose, onSaid, onReload }: { product: Replaced; alternative: { readonly key: string; readonly name: string } | undefined; onClose: () => void; onSaid: (revision: number) => void; onReload: () => void }) {
  const t = useTexts(curatingTexts);
  const form = useId();
  return (
    <Dialog title={alternative ? t.dismissTitle(alternative.name, product.name) : ''} isOpen={alternative !== undefined} onClose={onClose} actions={<SubmitActions form={form} act={t.dismiss} onClose={onClose} />}>
      {alternative && <DismissForm key={alternative.key} id={form} product={product} alternative={alternative} onSaved={(revision) => { onSaid(revision); onClose(); }} onReload={onReload} />}
    </Dialog>
  );
}

function DismissForm({ id, product, alternative, onSaved, onReload }: { id: string; product: Replaced; alternative: { readonly key: string; readonly name: string }; onSaved: (revision: number) => void; onReload: () => void }) {
  const t = useTexts(curatingTexts);
  const say = useToast();
  const [reason, setReason] = useState('');
  const [{ data, error }, dismiss] = useMutation(DISMISS);
  const { at, rest } = problemsByField(data?.dismissAlternative, ['reason']);
  const submit = async () => {
    const { data: given } = await dismiss({ input: { product: product.key, revision: product.revision, alternative: alternative.key, reason } });
    if (given?.dismissAlternative.__typename !== 'UpsertProductSuccess') return;
    say(t.dismissed(alternative.name));
    onSaved(given.dismissAlternative.product.revision);
  };
  return (
    <DialogForm id={id} noValidate onSubmit={submit}>
      <p className="kern-body">{t.dismissAdvice}</p>
      <TextField label={t.dismissReason} problem={at('reason')} value={reason} isNeeded onType={setReason} />
      {error && <Failed error={error} />}
      {rest.map((one) => (
        <ProblemNote key={one.code} problem={one} onReload={onReload} />
      ))}
    </DialogForm>
  );
}
