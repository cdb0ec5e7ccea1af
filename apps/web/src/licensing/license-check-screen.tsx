// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useState, type FormEvent } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { graphql } from '../graphql/graphql.js';
import { licensingTexts } from '../i18n/licensing.js';
import { useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/fields.js';
import { FileDrop } from '../ui/file-drop.js';
import { Page, Section } from '../ui/page.js';
import { FileCheck } from './file-check.js';
import { policyName } from './policy-name.js';
import { TextCheck } from './text-check.js';
import './licensing.css';

const POLICIES = graphql(`
  query PolicyNames {
    policies(first: 100) { nodes { name isNewest } }
  }
`);

const USAGES = ['INTERNAL', 'NETWORK', 'DISTRIBUTION', 'PUBLICATION'] as const;
/** Longer texts are not put into the address, which would not hold them. */
const LONGEST_IN_ADDRESS = 500;

const route = getRouteApi('/lizenzpruefung');

/** A licence as text or expression, a bill of materials, or a list of licences, against a policy. */
export function LicenseCheckScreen() {
  const t = useTexts(licensingTexts);
  const id = useId();
  const { text = '', usage, policy } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(text);
  const [asked, setAsked] = useState(text);
  const [file, setFile] = useState<File | null>(null);
  const [{ data }] = useQuery({ query: POLICIES });
  const names = (data?.policies.nodes ?? []).filter(({ isNewest }) => isNewest).map(({ name }) => ({ value: name, name: policyName(name, t.policies) }));
  const change = (part: { text?: string | undefined; usage?: (typeof USAGES)[number] | undefined; policy?: string | undefined }) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const wanted = typed.trim();
    setFile(null);
    setAsked(wanted);
    change({ text: wanted.length <= LONGEST_IN_ADDRESS ? wanted || undefined : undefined });
  };
  const given = { usage: usage ?? null, policy: policy ?? null };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        (asked || file) && (
          <Button kind="secondary" onClick={() => window.print()}>
            {t.print}
          </Button>
        )
      }
    >
      <div className="check-inputs">
        <form className="stack" onSubmit={ask}>
          <div className="kern-form-input">
            <label className="kern-label" htmlFor={id}>
              {t.text}
            </label>
            <p className="muted" id={`${id}-hint`}>
              {t.textHint}
            </p>
            <textarea id={id} className="kern-form-input__input check-text" rows={4} value={typed} aria-describedby={`${id}-hint`} onChange={(event) => setTyped(event.target.value)} spellCheck={false} />
          </div>
          <div className="filters">
            <SelectField label={t.usage} value={usage} none={t.usageOfPolicy} choices={USAGES.map((value) => ({ value, name: t.usages[value] }))} onChoose={(value) => change({ usage: value })} />
            <SelectField label={t.policy} value={policy} none={t.standardPolicy} choices={names.filter(({ value }) => value !== 'beschaffung')} onChoose={(value) => change({ policy: value })} />
            <Button type="submit" disabled={typed.trim() === ''}>
              {t.check}
            </Button>
          </div>
        </form>
        <Permitted to={['POST /imports']} explain={t.file}>
          <FileDrop
            label={t.file}
            hint={t.fileHint}
            choose={t.chooseFile}
            onFile={(chosen) => {
              setAsked('');
              setFile(chosen);
            }}
          />
        </Permitted>
      </div>
      {asked && (
        <Section title={t.result}>
          <TextCheck text={asked} {...given} />
        </Section>
      )}
      {file && (
        <Section title={t.result}>
          <FileCheck file={file} {...given} />
        </Section>
      )}
    </Page>
  );
}
