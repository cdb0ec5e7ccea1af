// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

/** Tests run on the sources (swc); only what runs in a thread of its own is taken from dist/, which `npm test` builds first. */
export default {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/database', '<rootDir>/test'],
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts', '<rootDir>/test/**/*.e2e-spec.ts', '<rootDir>/test/web/**/*.web-spec.ts'],
  // whole ways through the page take minutes: `npm run flows`
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.FLOWS ? [] : ['<rootDir>/test/web/flows/'])],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'))] },
  moduleNameMapper: { '^#(\\w+)$': '<rootDir>/libs/$1/src/index.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  // the packages of the benchmark's rivals are not ours
  modulePathIgnorePatterns: ['<rootDir>/test/benchmark/rivals/'],
  globalSetup: '<rootDir>/test/support/begin-run.js',
  globalTeardown: '<rootDir>/test/support/end-run.js',
  maxWorkers: 2,
  // module registries of finished files are kept by the engine; a worker that has grown is replaced
  workerIdleMemoryLimit: '1GB',
  testTimeout: 120_000,
};
