// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, parseSync } from 'vite';

const sources = join(import.meta.dirname, 'src');
const RECORDER = 'virtual:recorded-documents';

/** Of a module of the page, nothing but the documents it writes: everything else needs a browser. */
function documentsOf(code, path) {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const slice = ({ start, end }) => code.slice(start, end);
  const written = program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declaration?.type === 'VariableDeclaration' ? declaration.declarations.filter(({ init }) => init?.type === 'CallExpression' && init.callee.name === 'graphql') : [];
  });
  const count = [...code.matchAll(/\bgraphql\(/g)].length;
  if (written.length !== count) throw new Error(`${path}: ${count} documents, of which ${written.length} are constants of the module; the others cannot be listed`);
  const needed = new Set(['graphql', ...written.flatMap(({ init }) => init.arguments.flatMap(({ elements }) => elements?.map(({ name }) => name) ?? []))]);
  const imported = program.body.flatMap(({ type, source, specifiers }) => (type === 'ImportDeclaration' ? specifiers.filter(({ local }) => needed.has(local.name)).map((one) => `import { ${slice(one.imported)} as ${one.local.name} } from ${slice(source)};`) : []));
  return [...imported, ...written.map((one) => `export const ${slice(one)};`)].join('\n');
}

/** Reduces the page to its documents, and remembers each that gql.tada is handed. */
const recorder = {
  name: 'record-documents',
  enforce: 'pre',
  resolveId: (source, importer) => (source === RECORDER || (source === 'gql.tada' && importer !== RECORDER) ? RECORDER : null),
  load: (id) =>
    id === RECORDER
      ? `import { initGraphQLTada as asItIs } from 'gql.tada';
         export const documents = [];
         export const initGraphQLTada = () => {
           const write = asItIs();
           return (...given) => { const document = write(...given); documents.push(document); return document; };
         };`
      : null,
  transform: (code, id) => (id.startsWith(sources) && /\bgraphql\(/.test(code) ? documentsOf(code, id) : null),
};

/**
 * Writes down every GraphQL document that the page may send, so that a server can trust them: what its modules write is sent to nowhere by the page's own client.
 * So each stands as it will be asked, with all that the client adds.
 *
 * @param target the file
 */
export async function listDocuments(target) {
  const server = await createServer({ configFile: join(import.meta.dirname, 'vite.config.js'), plugins: [recorder], appType: 'custom', ssr: { noExternal: ['gql.tada'] }, server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true, include: [] }, logLevel: 'warn' });
  try {
    for (const name of (await readdir(sources, { recursive: true })).filter((one) => /\.tsx?$/.test(one) && !/\.(spec\.tsx?|d\.ts)$/.test(one)).sort()) {
      const file = join(sources, name);
      if (/\bgraphql\(/.test(await readFile(file, 'utf8'))) await server.ssrLoadModule(file);
    }
    const { documents } = await server.ssrLoadModule(RECORDER);
    const { createGraphqlClient } = await server.ssrLoadModule(join(sources, 'graphql/client.ts'));
    const texts = await sent(documents, createGraphqlClient);
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(target, JSON.stringify(Object.fromEntries(texts.map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text])), null, 1));
  } finally {
    await server.close();
  }
}

async function sent(documents, createGraphqlClient) {
  const texts = [];
  const transport = {
    fetch: async (_url, { body }) => {
      texts.push(JSON.parse(body).query);
      return Response.json({ data: {} });
    },
    openSocket: async () => ({
      subscribe: ({ query }, sink) => {
        texts.push(query);
        sink.next({ data: {} });
        return () => undefined;
      },
    }),
  };
  const client = createGraphqlClient('de', () => undefined, transport);
  for (const document of documents) {
    const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
    if (operation === undefined) continue; // a fragment, which is part of others
    const before = texts.length;
    if (operation.operation === 'subscription') await new Promise((resolve) => client.subscription(document, {}).subscribe(resolve));
    else await client[operation.operation](document, {}).toPromise();
    if (texts.length !== before + 1) throw new Error(`the document ${operation.name?.value} was not sent`);
  }
  return texts;
}
