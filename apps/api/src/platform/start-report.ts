// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language, Problem } from '#kernel';
import type { StartStep, StartWatch } from './start-watch.js';

const STEPS: Record<StartStep, Record<Language, string>> = {
  database: { de: 'PostgreSQL', en: 'PostgreSQL' },
  migrations: { de: 'Datenbankschema', en: 'Database schema' },
  program: { de: 'Programm', en: 'Program' },
  catalogue: { de: 'Katalog', en: 'Catalogue' },
  demo: { de: 'Beispielstadt', en: 'Demo city' },
  scoring: { de: 'Bewertungslauf', en: 'Scoring run' },
  planning: { de: 'Migrationsplan', en: 'Migration plan' },
  listening: { de: 'Netzwerk', en: 'Network' },
};

/** What there is to tell once it answers. */
export interface Ready {
  readonly url: string;
  /** For the program that started this one. */
  readonly localToken: string | null;
  /** For the person at the terminal. */
  readonly signInUrl: string | null;
}

/** Tells a person at the terminal, or the program that started this one, how the start goes. */
export function createReporter({ language, isChild }: { language: Language; isChild: boolean }) {
  const startedAt = performance.now();
  const line = (text: string) => process.stdout.write(`${text}\n`);
  const watch: StartWatch = {
    async step(name, work) {
      const begunAt = performance.now();
      const result = await work();
      const tookMs = Math.round(performance.now() - begunAt);
      if (isChild) line(JSON.stringify({ event: 'step', step: name, tookMs }));
      else line(`  ✓ ${STEPS[name][language].padEnd(18)} ${(tookMs / 1000).toFixed(2).padStart(6)} s`);
      return result;
    },
  };
  return {
    ...watch,
    /** @param ready what there is to tell; null where nothing is served */
    ready(ready: Ready | null): void {
      if (isChild) return void line(JSON.stringify({ event: 'ready', url: ready?.url ?? null, token: ready?.localToken ?? null }));
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      if (ready === null) return void line({ de: `\nBereit nach ${seconds} s, nimmt Aufträge an. Beenden mit Strg-C`, en: `\nReady after ${seconds} s, takes jobs. Stop with Ctrl-C` }[language]);
      const { url, signInUrl } = ready;
      const words = { de: [`Bereit nach ${seconds} s:`, 'Abfragen', 'Beenden mit Strg-C', 'Anmelden (gilt einmal)'], en: [`Ready after ${seconds} s:`, 'queries', 'Stop with Ctrl-C', 'Sign in (works once)'] }[language];
      line(`\n${words[0]}  ${url}\n${words[1]}:  ${url}/graphql\n${signInUrl ? `${words[3]}:  ${signInUrl}\n` : ''}${words[2]}`);
    },
    failed(problems: readonly (Problem & { readonly message: string })[]): void {
      if (isChild) return void line(JSON.stringify({ event: 'failed', problems }));
      for (const { code, message, file, line: at, column } of problems) {
        const place = file ? `${file}${at ? `:${at}${column ? `:${column}` : ''}` : ''}: ` : '';
        process.stderr.write(`✗ ${place}${message} [${code}]\n`);
      }
    },
  };
}
