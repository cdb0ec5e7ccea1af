// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
// PostGraphile 5 with its standard preset on the database under measurement: PORT, BENCH_CONNECTION (JSON, as `pg` takes it), POOL.
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { printSchema } from 'graphql';

const pool = new pg.Pool({ ...JSON.parse(process.env.BENCH_CONNECTION ?? '{}'), max: Number(process.env.POOL ?? 8) });
const server = createServer();
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  disablePlugins: ['PgIndexBehaviorsPlugin'], // every column may be ordered by, as in our lists
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafserv: { watch: false, graphiql: false },
  grafast: { explain: false },
});
await instance.createServ(grafserv).addTo(server);
if (process.env.PRINT_SCHEMA) writeFileSync(process.env.PRINT_SCHEMA, printSchema((await instance.getSchemaResult()).schema));
server.listen(Number(process.env.PORT), '127.0.0.1');
