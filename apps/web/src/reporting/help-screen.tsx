// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { reportingTexts } from '../i18n/reporting.js';
import { useTexts } from '../i18n/language.js';
import { Page, Section } from '../ui/page.js';

/** What can be done, here and on the command line. */
export function HelpScreen() {
  const t = useTexts(reportingTexts);
  return (
    <Page title={t.help} lead={t.helpLead}>
      <Section title={t.steps}>
        <dl className="facts">
          {t.commands.map(([command, what]) => (
            <div key={command} className="facts-row">
              <dt>
                <code>{command}</code>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
          <div className="facts-row">
            <dt>
              <a className="kern-link" href="/graphql">
                /graphql
              </a>
            </dt>
            <dd>{t.explorer}</dd>
          </div>
          <div className="facts-row">
            <dt>
              <code>FAHRPLAN_DEMO=none FAHRPLAN_DATA=./own npm start</code>
            </dt>
            <dd>{t.ownData}</dd>
          </div>
        </dl>
      </Section>
    </Page>
  );
}
