// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const library = (stage) => ({ find: `#${stage}`, replacement: fileURLToPath(new URL(`../../libs/${stage}/src/index.ts`, import.meta.url)) });

/** `npm run build:web`; for work on the page `npm run dev:web`, which passes everything else on to a program at port 3000. */
export default defineConfig({
  root,
  resolve: { alias: ['kernel', 'licensing', 'scoring', 'planning', 'reporting'].map(library) },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsDir: 'page/assets',
    assetsInlineLimit: 0, // the policy allows no data: but in style sheets
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700, // kB; the drawing library, which no first page fetches
    rolldownOptions: {
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log), // 'use client' means nothing here
      treeshake: { moduleSideEffects: [{ test: /\/libs\/\w+\/src\/.*\.ts$/, sideEffects: false }] }, // libraries are pure: what nobody uses of them is left out
    },
  },
  server: { proxy: Object.fromEntries(['/graphql', '/explorer', '/imports', '/plans', '/questionnaires', '/contracts', '/inventory', '/sign-in', '/sign-out', '/own-software', '/health'].map((path) => [path, { target: 'http://127.0.0.1:3000', ws: true }])) },
});
