// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { importingTexts } from '../i18n/importing.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { PlainTable } from '../ui/plain-table.js';
import { Section } from '../ui/page.js';

interface Row {
  readonly host: string | null;
  readonly title: string;
  readonly version: string | null;
}

interface Told {
  readonly code: string;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly path?: string | null;
  readonly message?: string;
  readonly messageDe?: string;
}

/** What a job of an import says of its work. */
export interface Summary {
  readonly format: string;
  readonly scope: string;
  readonly columns: readonly string[];
  readonly mapping: Readonly<Record<string, string>>;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly queued: number;
  readonly newTitles: number;
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number; readonly unchanged: number };
  readonly problems: readonly Told[];
  readonly preview: { readonly added: readonly Row[]; readonly changed: readonly Row[]; readonly removed: readonly Row[] } | null;
}

type Changes = Summary['changes'];

/** Reads the figures of a job; whatever it does not say is nothing. */
export function summaryOf(told: unknown): Summary {
  const of = (told ?? {}) as Partial<Summary> & { installations?: Changes; contracts?: Changes; departments?: Changes; titles?: { new?: number; queued?: number } };
  return {
    format: of.format ?? '',
    scope: of.scope ?? '',
    // a column that has its name twice is told by its place in the mapping
    columns: [...new Set([...(of.columns ?? []), ...Object.keys(of.mapping ?? {})])],
    mapping: of.mapping ?? {},
    records: of.records ?? 0,
    accepted: of.accepted ?? 0,
    rejected: of.rejected ?? 0,
    queued: of.titles?.queued ?? 0,
    newTitles: of.titles?.new ?? 0,
    changes: of.contracts ?? of.departments ?? of.installations ?? { added: 0, changed: 0, removed: 0, unchanged: 0 },
    problems: of.problems ?? [],
    preview: of.preview ?? null,
  };
}

/** What would change, before it does. */
export function ImportPreview({ summary }: { summary: Summary }) {
  const t = useTexts(importingTexts);
  const { language } = useLanguage();
  const { count } = useFormats();
  const { changes, preview } = summary;
  const isNothing = changes.added + changes.changed + changes.removed === 0;
  return (
    <Section title={t.preview} hint={t.previewHint}>
      <dl className="facts">
        {(
          [
            [t.format, summary.format],
            [t.records, count(summary.records)],
            [t.accepted, count(summary.accepted)],
            [t.rejected, count(summary.rejected)],
            [t.scope, t.scopes[summary.scope] ?? summary.scope],
          ] as const
        ).map(([name, value]) => (
          <div className="facts-row" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isNothing && <p>{t.nothing}</p>}
      <ul className="tiles">
        {(['added', 'changed', 'removed', 'unchanged'] as const).map((kind) => (
          <li key={kind} className="tile">
            <span className="tile-value">{count(changes[kind])}</span>
            <span className="tile-name">{t[kind]}</span>
          </li>
        ))}
        <li className="tile">
          <span className="tile-value">{count(summary.newTitles)}</span>
          <span className="tile-name">{t.newTitles}</span>
        </li>
      </ul>
      {(['removed', 'added', 'changed'] as const).map((kind) => {
        const rows = preview?.[kind] ?? [];
        return (
          rows.length > 0 && (
            <details key={kind}>
              <summary>
                {t[kind]} ({count(changes[kind])})
              </summary>
              <PlainTable
                caption={t[kind]}
                columns={[
                  { key: 'host', name: t.host, cell: ({ host }) => host ?? '–' },
                  { key: 'title', name: t.name, cell: ({ title }) => title },
                  { key: 'version', name: t.version, cell: ({ version }) => version ?? '–' },
                ]}
                rows={rows.map((row, index) => ({ ...row, index }))}
                keyOf={({ index }) => String(index)}
              />
              {rows.length < changes[kind] && <p className="muted">{t.shown(count(rows.length), count(changes[kind]))}</p>}
            </details>
          )
        );
      })}
      {summary.problems.length > 0 && (
        <details open>
          <summary>
            {t.problems} ({count(summary.rejected)})
          </summary>
          <PlainTable
            caption={t.problems}
            columns={[
              { key: 'place', name: t.place, cell: ({ line, path }) => (line ? t.line(count(line)) : (path ?? '–')) },
              { key: 'what', name: t.what, cell: ({ code, message, messageDe }) => (language === 'de' ? messageDe : message) ?? code },
            ]}
            rows={summary.problems.slice(0, 200).map((problem, index) => ({ ...problem, index }))}
            keyOf={({ index }) => String(index)}
          />
        </details>
      )}
    </Section>
  );
}
