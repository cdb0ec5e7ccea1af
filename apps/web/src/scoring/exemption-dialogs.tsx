// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Dialog, DialogForm, SubmitActions } from '../ui/dialog.js';
import { DayField, LinesField, TextField } from '../ui/fields.js';
import { Failed, ProblemOf } from '../ui/states.js';
import { useToast } from '../ui/toast.js';

export const GRANT = graphql(`
  mutation GrantExemption($input: GrantExemptionInput!) {
    grantExemption(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on ExemptionStored { exemption { id expiresOn product { id standing { id state } } } }
    }
  }
`);
export const REVOKE = graphql(`
  mutation RevokeExemption($input: RevokeExemptionInput!) {
    revokeExemption(input: $input) {
      __typename
      ... on Problem { code message messageDe }
      ... on ExemptionStored { exemption { id state product { id standing { id state } } } }
    }
  }
`);

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Writes down why a product stays, who approved it, and for how long. */
export function GrantDialog({ product, reason: before = '', onClose, onDone }: { product: Named | undefined; reason?: string | undefined; onClose: () => void; onDone: () => void }) {
  const t = useTexts(scoringTexts);
  const form = useId();
  return (
    <Dialog title={product ? t.grantTitle(product.name) : ''} isOpen={product !== undefined} onClose={onClose} actions={<SubmitActions form={form} act={t.grant} onClose={onClose} />}>
      {product && <GrantForm key={product.key} id={form} product={product} before={before} onDone={onDone} />}
    </Dialog>
  );
}

function GrantForm({ id, product, before, onDone }: { id: string; product: Named; before: string; onDone: () => void }) {
  const t = useTexts(scoringTexts);
  const { day } = useFormats();
  const say = useToast();
  const [reason, setReason] = useState(before);
  const [evidence, setEvidence] = useState('');
  const [approver, setApprover] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [recheckOn, setRecheckOn] = useState('');
  const [{ data, error }, grant] = useMutation(GRANT);
  const submit = async () => {
    const { data: given } = await grant({ input: { product: product.key, reason, evidence: evidence || null, approver, expiresOn, recheckOn: recheckOn || null } });
    if (given?.grantExemption.__typename !== 'ExemptionStored') return;
    say(t.granted(product.name, day(given.grantExemption.exemption.expiresOn)));
    onDone();
  };
  return (
    <DialogForm id={id} onSubmit={submit}>
      <LinesField label={t.reason} hint={t.reasonHint} value={reason} isNeeded onChange={setReason} />
      <TextField label={t.source} value={evidence} onType={setEvidence} />
      <TextField label={t.approver} hint={t.authorHint} value={approver} isNeeded onType={setApprover} />
      <DayField label={t.expiresOn} value={expiresOn} isNeeded onChange={setExpiresOn} />
      <DayField label={t.recheckOn} hint={t.recheckHint} value={recheckOn} onChange={setRecheckOn} />
      {error && <Failed error={error} />}
      <ProblemOf answer={data?.grantExemption} />
    </DialogForm>
  );
}

/** Takes an exemption back; the product is open again. */
export function RevokeDialog({ exemption, onClose, onDone }: { exemption: { readonly id: string; readonly product: Named } | undefined; onClose: () => void; onDone: () => void }) {
  const t = useTexts(scoringTexts);
  const form = useId();
  return (
    <Dialog title={exemption ? t.revokeTitle(exemption.product.name) : ''} isOpen={exemption !== undefined} onClose={onClose} actions={<SubmitActions form={form} act={t.revoke} onClose={onClose} />}>
      {exemption && <RevokeForm key={exemption.id} id={form} exemption={exemption} onDone={onDone} />}
    </Dialog>
  );
}

function RevokeForm({ id, exemption, onDone }: { id: string; exemption: { readonly id: string; readonly product: Named }; onDone: () => void }) {
  const t = useTexts(scoringTexts);
  const say = useToast();
  const [reason, setReason] = useState('');
  const [revokedBy, setRevokedBy] = useState('');
  const [{ data, error }, revoke] = useMutation(REVOKE);
  const submit = async () => {
    const { data: given } = await revoke({ input: { id: exemption.id, reason, revokedBy } });
    if (given?.revokeExemption.__typename !== 'ExemptionStored') return;
    say(t.revoked(exemption.product.name));
    onDone();
  };
  return (
    <DialogForm id={id} onSubmit={submit}>
      <LinesField label={t.revokeReason} value={reason} isNeeded onChange={setReason} />
      <TextField label={t.revokedBy} hint={t.authorHint} value={revokedBy} isNeeded onType={setRevokedBy} />
      {error && <Failed error={error} />}
      <ProblemOf answer={data?.revokeExemption} />
    </DialogForm>
  );
}
