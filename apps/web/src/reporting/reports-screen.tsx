// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { reportingTexts } from '../i18n/reporting.js';
import { useLanguage, useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Page, Section } from '../ui/page.js';

const EXPORTABLE = graphql(`
  query Exportable {
    plans(first: 1) { totalCount }
    ownSoftware(first: 100) { nodes { id key name } }
  }
`);

interface Offered {
  readonly name: string;
  readonly files: readonly (readonly [format: string, address: string])[];
  readonly command: string;
}

/** What can be taken away as a file, each with the command that gives the same. */
export function ReportsScreen() {
  const t = useTexts(reportingTexts);
  const { language } = useLanguage();
  const inLanguage = (address: string) => `${address}?language=${language}`;
  const notices: Offered = { name: t.noticeDates, files: [['iCalendar', inLanguage('/contracts/notice-dates.ics')]], command: 'npx fahrplan export notice-dates --to notice-dates.ics' };
  const tables = (address: string) => (['xlsx', 'csv', 'md'] as const).map((format) => [FORMAT_NAMES[format], inLanguage(`${address}.${format}`)] as const);
  const inventory: Offered = { name: t.inventory, files: tables('/inventory/products'), command: 'npx fahrplan export inventory --to inventory.xlsx' };
  const balance: Offered = { name: t.seatBalance, files: tables('/inventory/seat-balance'), command: 'npx fahrplan export seat-balance --to seat-balance.xlsx' };
  const plan: Offered = {
    name: t.plan,
    files: (['xlsx', 'csv', 'md', 'ics'] as const).map((format) => [FORMAT_NAMES[format], inLanguage(`/plans/newest.${format}`)] as const),
    command: 'npx fahrplan export plan --to plan.xlsx',
  };
  const questions: Offered = {
    name: t.questionnaire,
    files: (['xlsx', 'csv'] as const).map((format) => [FORMAT_NAMES[format], inLanguage(`/questionnaires/open.${format}`)] as const),
    command: 'npx fahrplan export questionnaire --to questionnaire.xlsx',
  };
  return (
    <Page title={t.reports} lead={t.reportsLead}>
      <Section title={t.councilReport}>
        <p className="kern-body">
          <Link to="/rat" className="kern-link">
            {t.councilReportAct}
          </Link>
        </p>
      </Section>
      <Answer of={useQuery({ query: EXPORTABLE })}>
        {({ plans, ownSoftware }) => (
          <>
            {plans.totalCount > 0 && <Files offered={plan} />}
            <Files offered={inventory} />
            <Files offered={balance} />
            <Files offered={notices} />
            <Files offered={questions} />
            {ownSoftware.nodes.map(({ id, key, name }) => (
              <Files key={id} offered={{ name: `${t.publiccode} – ${name}`, files: [['publiccode.yml', `/own-software/${encodeURIComponent(key)}/publiccode.yml`]], command: `npx fahrplan export publiccode ${key} --to publiccode.yml` }} />
            ))}
          </>
        )}
      </Answer>
    </Page>
  );
}

const FORMAT_NAMES = { xlsx: 'Excel', csv: 'CSV', md: 'Markdown', ics: 'iCalendar' };

function Files({ offered: { name, files, command } }: { offered: Offered }) {
  return (
    <Section title={name}>
      <p className="row">
        {files.map(([format, address]) => (
          <a key={format} className="kern-link" href={address} download>
            {format}
          </a>
        ))}
      </p>
      <p className="code">{command}</p>
    </Section>
  );
}
