// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import pg from 'pg';

/** The floor under the product list: bare `node:http`, one hand-written statement, the text of PostgreSQL sent on as it is. PORT, BENCH_CONNECTION, POOL. */
const pool = new pg.Pool({ ...(JSON.parse(process.env['BENCH_CONNECTION'] ?? '{}') as pg.PoolConfig), max: Number(process.env['POOL'] ?? 8) });
const LICENSE = (id: string) => `(SELECT json_build_object('expression', l.expression, 'verdict', l.verdict) FROM license l WHERE l.id = ${id})`;
const TEXT = `
  SELECT '{"data":{"products":{"nodes":' || coalesce(json_agg(json_build_object(
    'key', p.key, 'name', p.name,
    'vendor', (SELECT json_build_object('key', v.key, 'name', v.name) FROM vendor v WHERE v.id = p.vendor_id),
    'license', ${LICENSE('p.license_id')},
    'alternatives', (SELECT coalesce(json_agg(json_build_object('kind', a.kind, 'coverage01', a.coverage01, 'product', json_build_object('key', o.key, 'name', o.name, 'license', ${LICENSE('o.license_id')})) ORDER BY a.rank, a.id), '[]')
                     FROM (SELECT * FROM alternative x WHERE x.product_id = p.id ORDER BY x.rank, x.id LIMIT 5) a JOIN product o ON o.id = a.alternative_id),
    'installationCount', coalesce((SELECT u.installations FROM product_usage u WHERE u.product_id = p.id), 0)
  ) ORDER BY p.name, p.id), '[]')::text || '}}}' AS answer
  FROM (SELECT * FROM product q WHERE q.category_id = (SELECT c.id FROM category c WHERE c.key = $1) ORDER BY q.name, q.id LIMIT $2) p`;

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables?: { c: string; n: number } };
    void pool
      .query<[string]>({ name: 'products', text: TEXT, values: [variables?.c ?? '', variables?.n ?? 0], rowMode: 'array' } as pg.QueryArrayConfig)
      .then(({ rows }) => Buffer.from((rows[0] as [string])[0]))
      .then((body) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body))
      .catch((failure: Error) => response.writeHead(500).end(failure.message));
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
