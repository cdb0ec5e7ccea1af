// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from 'urql';
import type { Questionnaire } from '#scoring';
import { graphql } from '../graphql/graphql.js';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { PlainTable } from '../ui/plain-table.js';
import { useEditWords, type Edit, type Override } from './use-edit-words.js';

const QUESTIONS = graphql(`
  query QuestionTexts {
    questionnaires(first: 100) { nodes { version definition } }
  }
`);

type Status = 'PLANNED' | 'RUNNING' | 'DONE' | 'BLOCKED' | 'CANCELLED';

interface Decided {
  readonly exemptions: readonly { readonly id: string; readonly reason: string; readonly approver: string; readonly grantedOn: string; readonly expiresOn: string; readonly revokedOn: string | null; readonly revokedReason: string | null }[];
  readonly assessments: readonly { readonly id: string; readonly question: string; readonly author: string; readonly source: string | null; readonly answeredOn: string }[];
  readonly usageHistory: readonly { readonly importedAt: string; readonly fileName: string; readonly added: number; readonly removed: number }[];
  readonly overrides: readonly Override[];
  readonly edits: readonly Edit[];
}
interface Recognised {
  readonly id: string;
  readonly raw: string;
  readonly scope: 'TITLE' | 'FAMILY';
  readonly kind: string;
  readonly madeProduct: boolean;
  readonly decidedAt: string;
  readonly undoneAt: string | null;
}
interface Moved {
  readonly id: string;
  readonly alternative: { readonly name: string };
  readonly history: readonly { readonly on: string; readonly status: Status }[];
}

/** What was decided on a product and what became of it, the newest first; of one day last what has no hour. */
export function ProductHistory({ product, migrations, decisions }: { product: Decided; migrations: readonly Moved[]; decisions: readonly Recognised[] }) {
  const t = useTexts(catalogueTexts);
  const { day, count } = useFormats();
  const wordsOf = useQuestionWords(product.assessments.length > 0);
  const words = useEditWords(product.edits, product.overrides);
  const events = [
    ...product.exemptions.flatMap(({ id, reason, approver, grantedOn, expiresOn, revokedOn, revokedReason }) => [
      { id, on: grantedOn, what: t.exemption(reason, approver, day(expiresOn)) },
      ...(revokedOn ? [{ id: `${id} revoked`, on: revokedOn, what: t.exemptionRevoked(revokedReason ?? '–') }] : []),
    ]),
    ...product.assessments.map(({ id, question, author, source, answeredOn }) => ({ id, on: answeredOn, what: t.answered(wordsOf(question), author, source) })),
    ...product.usageHistory.map(({ importedAt, fileName, added, removed }) => ({ id: `${importedAt} ${fileName}`, on: importedAt, what: t.imported(fileName, count(added), count(removed)) })),
    ...product.edits.map((edit, index) => ({ id: `edit ${index}`, on: edit.at, what: words.edit(edit) })),
    ...words.others.map((override) => ({ id: `${override.field} ${override.statedAt}`, on: override.statedAt, what: words.override(override) })),
    ...decisions.flatMap(({ id, raw, scope, kind, madeProduct, decidedAt, undoneAt }) => [
      { id, on: decidedAt, what: kind === 'COMPONENT' ? t.recognisedAsPart(raw) : madeProduct ? t.madeFrom(raw) : scope === 'FAMILY' ? t.recognisedWithOthers(raw) : t.recognisedAs(raw) },
      ...(undoneAt ? [{ id: `${id} undone`, on: undoneAt, what: t.recognitionUndone(raw) }] : []),
    ]),
    ...migrations.flatMap(({ id, alternative, history }) => history.map(({ on, status }, index) => ({ id: `${id} ${index}`, on, what: t.migration(t.status[status], alternative.name) }))),
  ].toSorted((left, right) => right.on.localeCompare(left.on));
  if (events.length === 0) return <p className="muted">{t.noHistory}</p>;
  return (
    <PlainTable
      caption={t.history}
      rows={events}
      keyOf={({ id }) => id}
      columns={[
        { key: 'on', name: t.day, cell: ({ on }) => day(on.slice(0, 10)) },
        { key: 'what', name: t.event, cell: ({ what }) => what },
      ]}
    />
  );
}

/** What a question asks, in the reader's language; its id until that is known, or where no version of the questionnaire has it any more. */
function useQuestionWords(isNeeded: boolean): (id: string) => string {
  const { language } = useLanguage();
  const [{ data }] = useQuery({ query: QUESTIONS, pause: !isNeeded });
  const versions = (data?.questionnaires.nodes ?? []).toSorted((left, right) => left.version - right.version);
  const words = new Map(versions.flatMap(({ definition }) => (definition as Questionnaire).questions.map(({ id, text }) => [id, text[language]])));
  return (id) => words.get(id) ?? id;
}
