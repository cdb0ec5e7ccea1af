// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ENVIRONMENT = { object: 'process', property: 'env', message: 'The environment is read once, at the entry of a program, and checked by its configuration.' };
const WALL_CLOCK = { object: 'Date', property: 'now', message: 'A pure library is handed the time by its caller.' };
const CHANCE = { object: 'Math', property: 'random', message: 'Chance comes from a seed that the result keeps (seededRandom of #kernel).' };
const UNTOLD_NOW = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure library is handed the time by its caller.' };
const UNLISTED_DOCUMENT = { selector: ":function CallExpression[callee.name=/^(serverDocument|productDocuments)$/]", message: 'A document is declared where its module is loaded; within a function the list of trusted documents misses it.' };
const NO_KNOTS = { name: '@nestjs/common', importNames: ['forwardRef'], message: 'Two modules that need each other are one, or need a third.' };

/** Rules that find mistakes; layout is left to the reader. Who may import whom is checked by dependency-cruiser. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', '.bench/', 'test/benchmark/rivals/', 'apps/web/src/graphql/schema-types.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-binary-expression': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'no-useless-concat': 'error',
      'no-restricted-properties': ['error', ENVIRONMENT],
      'no-restricted-imports': ['error', { paths: [NO_KNOTS] }],
    },
  },
  {
    files: ['apps/web/src/**/*.ts', 'apps/web/src/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    languageOptions: { parserOptions: { project: './apps/web/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'react-hooks/incompatible-library': 'off', // what the virtual table is built on keeps its state outside of React
      'react-hooks/set-state-in-effect': 'off', // a list that begins anew says at once that it is loading
    },
  },
  {
    files: ['libs/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', ENVIRONMENT, WALL_CLOCK, CHANCE],
      'no-restricted-syntax': ['error', UNTOLD_NOW],
    },
  },
  {
    files: ['apps/cli/src/**/*.ts'],
    ignores: ['apps/cli/src/server/find-product.ts'], // writes two documents for whoever declares them
    rules: { 'no-restricted-syntax': ['error', UNLISTED_DOCUMENT] },
  },
  {
    files: ['apps/*/src/main.ts', 'apps/api/src/worker.ts', 'apps/api/src/operate.ts', 'database/dump-schema.ts', 'test/**/*.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // what comes back from outside is looked at as it is
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
);
