// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Button } from '../ui/button.js';
import { Dialog, DialogForm, SubmitActions } from '../ui/dialog.js';
import { DepartmentLink } from '../ui/department-link.js';
import { DayField } from '../ui/fields.js';
import { PlainTable } from '../ui/plain-table.js';
import { ProductLink } from '../ui/product-link.js';
import { problemsByField } from '../ui/problems-by-field.js';
import { Failed, ProblemNote, ProblemOf } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { ContractForm } from './contract-form.js';
import { CHANGE_CONTRACT, CONTRACT, KEEP_RIGHT, METRICS, REMOVE_CONTRACT, REMOVE_RIGHT, type Right, type WholeContract } from './contract-queries.js';
import type { Chosen } from './named-fields.js';
import { RightForm } from './right-form.js';

/** Enters a new contract. */
export function NewContractDialog({ isOpen, product = null, onClose, onSaved }: { isOpen: boolean; product?: Chosen | null; onClose: () => void; onSaved: (number: string) => void }) {
  const t = useTexts(catalogueTexts);
  const form = useId();
  return (
    <Dialog title={t.newContract} isOpen={isOpen} onClose={onClose} actions={<SubmitActions form={form} act={t.addContract} onClose={onClose} />}>
      <ContractForm id={form} product={product} onSaved={onSaved} />
    </Dialog>
  );
}

type Step = { readonly is: 'LOOK' | 'CHANGE' | 'END' | 'REMOVE' } | { readonly is: 'RIGHT'; readonly right?: Right } | { readonly is: 'REMOVE_RIGHT'; readonly right: Right };

interface ContractDialogProps {
  /** Number of the contract; none: closed. */
  readonly number: string | undefined;
  readonly onClose: () => void;
  /** Something of it is not as it was. */
  readonly onChanged: () => void;
}

/** A contract with its rights of use, and everything that can be done with it. */
export function ContractDialog({ number, onClose, onChanged }: ContractDialogProps) {
  const t = useTexts(catalogueTexts);
  const form = useId();
  const [step, setStep] = useState<Step>({ is: 'LOOK' });
  const [asked, again] = useQuery({ query: CONTRACT, variables: { number: number ?? '' }, pause: number === undefined, requestPolicy: 'cache-and-network' });
  const close = () => {
    setStep({ is: 'LOOK' });
    onClose();
  };
  const done = () => {
    again({ requestPolicy: 'network-only' });
    onChanged();
    setStep({ is: 'LOOK' });
  };
  const back = () => setStep({ is: 'LOOK' });
  const acts: Readonly<Record<Step['is'], string>> = { LOOK: '', CHANGE: t.save, END: t.endContract, REMOVE: t.remove, RIGHT: t.save, REMOVE_RIGHT: t.remove };
  return (
    <Dialog
      title={number === undefined ? '' : step.is === 'RIGHT' ? t.rightOf(number) : t.contractOf(number)}
      isOpen={number !== undefined}
      onClose={close}
      actions={step.is === 'LOOK' ? undefined : <SubmitActions form={form} act={acts[step.is]} onClose={back} />}
    >
      {number !== undefined && (
        <Answer of={[asked, again]}>
          {({ contracts: { nodes: [contract] } }) => {
            if (!contract) return <p className="kern-body">{t.contractGone}</p>;
            if (step.is === 'CHANGE') return <ContractForm id={form} contract={contract} onSaved={done} />;
            if (step.is === 'END') return <EndForm id={form} contract={contract} onSaved={done} onReload={() => again({ requestPolicy: 'network-only' })} />;
            if (step.is === 'RIGHT') return <RightForm key={`${step.right?.id} ${step.right?.revision}`} id={form} contract={contract.number} product={contract.product} right={step.right} onSaved={done} onReload={done} />;
            if (step.is === 'REMOVE') {
              return (
                <RemoveForm
                  id={form}
                  document={REMOVE_CONTRACT}
                  what={contract}
                  ask={t.removeContractAsk(contract.number)}
                  onRemoved={() => {
                    onChanged();
                    close();
                  }}
                  onReload={() => again({ requestPolicy: 'network-only' })}
                />
              );
            }
            if (step.is === 'REMOVE_RIGHT') return <RemoveForm id={form} document={REMOVE_RIGHT} what={step.right} ask={t.removeRightAsk(step.right.number)} onRemoved={done} onReload={done} />;
            return <Look contract={contract} onStep={setStep} />;
          }}
        </Answer>
      )}
    </Dialog>
  );
}

function Look({ contract, onStep }: { contract: WholeContract; onStep: (step: Step) => void }) {
  const t = useTexts(catalogueTexts);
  const { day, money, count } = useFormats();
  const metric = METRICS.find((one) => one === contract.metric);
  const notice = contract.noticePeriodMonths !== null ? t.inMonths(count(contract.noticePeriodMonths)) : contract.noticePeriodDays !== null ? t.inDays(count(contract.noticePeriodDays)) : '–';
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t.name, contract.product ? <ProductLink to={contract.product} /> : (contract.title ?? '–')],
    [t.vendor, contract.vendor?.name ?? contract.vendorName ?? '–'],
    [t.paidBy, contract.department ? <DepartmentLink to={contract.department} /> : '–'],
    [t.metric, metric ? t.metrics[metric] : contract.metric],
    [t.seats, count(contract.seats)],
    [t.cost, money(contract.costPerYearCents, true)],
    [t.startsOn, day(contract.startsOn)],
    [t.termEndsOn, contract.endsOn === null ? t.unlimited : day(contract.endsOn)],
    [t.renewal, contract.renewalMonths === null ? '–' : t.inMonths(count(contract.renewalMonths))],
    [t.noticePeriod, notice],
    [t.noticeBy, day(contract.noticeBy)],
  ];
  return (
    <div className="stack">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="row">
        <Permitted to={[CHANGE_CONTRACT]}>
          <Button small onClick={() => onStep({ is: 'CHANGE' })}>
            {t.change}
          </Button>
          <Button kind="secondary" small onClick={() => onStep({ is: 'END' })}>
            {t.endContract}
          </Button>
        </Permitted>
        <Permitted to={[REMOVE_CONTRACT]}>
          <Button kind="tertiary" small onClick={() => onStep({ is: 'REMOVE' })}>
            {t.remove}
          </Button>
        </Permitted>
      </p>
      <h3 className="kern-heading-small">{t.rights}</h3>
      {contract.entitlements.length === 0 ? (
        <p className="muted">{t.noRights}</p>
      ) : (
        <PlainTable
          caption={t.rights}
          rows={contract.entitlements}
          keyOf={({ id }) => id}
          columns={[
            { key: 'number', name: t.number, cell: ({ number }) => number },
            { key: 'product', name: t.name, cell: ({ product }) => product.name },
            { key: 'quantity', name: t.quantity, cell: ({ quantity, metric: counted, site }) => (counted === 'SITE' ? `${t.metrics.SITE}: ${site ?? t.everywhere}` : `${count(quantity)} ${t.metrics[counted]}`) },
            { key: 'until', name: t.validUntil, cell: ({ validUntil }) => day(validUntil) },
            {
              key: 'act',
              name: t.actions,
              cell: (right) => (
                <Permitted to={[KEEP_RIGHT]}>
                  <span className="row">
                    <Button kind="tertiary" small aria-label={`${t.change}: ${right.number}`} onClick={() => onStep({ is: 'RIGHT', right })}>
                      {t.change}
                    </Button>
                    <Button kind="tertiary" small aria-label={`${t.remove}: ${right.number}`} onClick={() => onStep({ is: 'REMOVE_RIGHT', right })}>
                      {t.remove}
                    </Button>
                  </span>
                </Permitted>
              ),
            },
          ]}
        />
      )}
      <Permitted to={[KEEP_RIGHT]} explain={t.addRight}>
        <p>
          <Button kind="secondary" small onClick={() => onStep({ is: 'RIGHT' })}>
            {t.addRight}
          </Button>
        </p>
      </Permitted>
    </div>
  );
}

/** Says when a contract ends for good: it does not renew itself any more. */
function EndForm({ id, contract, onSaved, onReload }: { id: string; contract: WholeContract; onSaved: () => void; onReload: () => void }) {
  const t = useTexts(catalogueTexts);
  const { day } = useFormats();
  const say = useToast();
  const [endsOn, setEndsOn] = useState(contract.nextTermination?.endsOn ?? contract.endsOn ?? '');
  const [{ data, error }, change] = useMutation(CHANGE_CONTRACT);
  const { at, rest } = problemsByField(data?.curateContract, ['endsOn']);
  const submit = async () => {
    const { data: given } = await change({ input: { id: contract.id, revision: contract.revision, endsOn, renewalMonths: null } });
    if (given?.curateContract.__typename !== 'CurateContractSuccess') return;
    say(t.contractEnds(contract.number, day(endsOn)));
    onSaved();
  };
  return (
    <DialogForm id={id} onSubmit={submit}>
      <p className="kern-body">{t.endAdvice}</p>
      <DayField label={t.lastDay} hint={contract.nextTermination ? t.nextWayOut(day(contract.nextTermination.endsOn), day(contract.nextTermination.noticeBy)) : undefined} problem={at('endsOn')} value={endsOn} isNeeded onChange={setEndsOn} />
      {error && <Failed error={error} />}
      {rest.map((one) => (
        <ProblemNote key={one.code} problem={one} onReload={onReload} />
      ))}
    </DialogForm>
  );
}

interface RemoveFormProps {
  readonly id: string;
  readonly document: typeof REMOVE_CONTRACT | typeof REMOVE_RIGHT;
  readonly what: { readonly number: string; readonly revision: number };
  readonly ask: string;
  readonly onRemoved: () => void;
  readonly onReload: () => void;
}

function RemoveForm({ id, document, what, ask, onRemoved, onReload }: RemoveFormProps) {
  const t = useTexts(catalogueTexts);
  const say = useToast();
  const [{ data, error }, remove] = useMutation(document as typeof REMOVE_CONTRACT);
  const submit = async () => {
    const { data: given } = await remove({ input: { number: what.number, revision: what.revision } });
    const answer = given && Object.values(given)[0];
    if (!answer || 'code' in answer) return;
    say(t.numberRemoved(what.number));
    onRemoved();
  };
  return (
    <DialogForm id={id} onSubmit={submit}>
      <p className="kern-body">{ask}</p>
      {error && <Failed error={error} />}
      <ProblemOf answer={data && Object.values(data)[0]} onReload={onReload} />
    </DialogForm>
  );
}
