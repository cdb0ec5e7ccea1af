// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify';
import { OPEN } from './permissions/needs.js';

const PAGE = `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Fahrplan</title>
<style>:root{color-scheme:light dark}body{font:1.05rem/1.55 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem}code,pre{background:color-mix(in srgb,currentColor 9%,transparent);border-radius:4px;padding:.1rem .3rem}pre{padding:.8rem;overflow:auto}dt{font-weight:600;margin-top:.8rem}</style></head>
<body><main>
<h1>Fahrplan läuft</h1>
<p>Software-Inventar und Migrationsplanung für öffentliche Verwaltungen. <span lang="en">Fahrplan is running: software inventory and migration planning for public administrations.</span></p>
<h2>Nächste Schritte <span lang="en">/ next steps</span></h2>
<dl>
<dt><a href="/graphql">/graphql</a></dt><dd>Abfragen ausprobieren, mit Vorschlägen und Beschreibung jedes Feldes. <span lang="en">Try queries, with completion and a description of every field.</span></dd>
<dt><code>npx fahrplan import DATEI.csv</code></dt><dd>Eigenes Inventar einlesen: CSV, CycloneDX. <span lang="en">Read your own inventory.</span></dd>
<dt><code>npx fahrplan show candidates</code></dt><dd>Migrationskandidaten mit Bewertung. <span lang="en">Migration candidates with their scores.</span></dd>
<dt><code>npx fahrplan plan</code></dt><dd>Migrationswellen planen, mit Nachweis der Güte. <span lang="en">Plan migration waves, with a proof of how good the plan is.</span></dd>
<dt><code>npx fahrplan license "GPL v2 or later"</code></dt><dd>Was ist das für eine Lizenz? <span lang="en">What is this license?</span></dd>
</dl>
<p>Ein leerer Bestand statt der Beispielstadt: <code>FAHRPLAN_DEMO=none FAHRPLAN_DATA=./meine-daten npm start</code></p>
</main></body></html>`;

/** The page at `/`, which says what to do next. */
export function serveStartPage(server: FastifyInstance): void {
  server.get('/', { config: { needs: OPEN } }, async (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
}
