// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportAudit, verifyAudit } from '../../../apps/api/src/operation/audit.js';
import { backUp } from '../../../apps/api/src/operation/back-up.js';
import { restore } from '../../../apps/api/src/operation/restore.js';
import { openEmbeddedPostgres } from '../../../apps/api/src/platform/database/embedded-postgres.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const EDITORS = 24;
let program: RunningProgram;
let folder: string;

const placeOf = ({ database: { host, port, user, database, password }, dataFolder }: RunningProgram) => ({
  dataFolder,
  databaseUrl: host.startsWith('/') ? undefined : `postgres://${user}:${encodeURIComponent(String(password))}@${host}:${port}/${database}`,
});
const verify = (anchor?: string) => verifyAudit(placeOf(program), anchor);
const kinds = async () => [...new Set((await verify()).findings.map(({ kind }) => kind))].sort();
/** Writes past every protection, as somebody could who owns the database server. */
const behindItsBack = async (...statements: string[]) => {
  for (const sql of ['SET session_replication_role = replica', ...statements, 'SET session_replication_role = DEFAULT']) await program.database.query(sql);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fahrplan-audit-'));
  program = await runProgram();
  const grant = (n: number) => program.data('mutation ($input: GrantWaiverInput!) { grantWaiver(input: $input) { __typename } }', { input: { policy: 'beschaffung', component: `c${n}`, reason: `Grund „${n}“ 😀`, author: 'Amt', expiresOn: '2099-01-01' } });
  await Promise.all(Array.from({ length: EDITORS }, (_, n) => grant(n)));
}, 120_000);
afterAll(async () => {
  await program.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the audit trail', () => {
  it('ties the entries of editors that work at once into one chain, each with its actor and request', async () => {
    const verified = await verify();
    expect(verified).toMatchObject({ intact: true, findings: [] });
    const { rows } = await program.database.query("SELECT count(*)::int AS n, count(DISTINCT request_id)::int AS requests, min(actor_id) AS actor FROM audit_entry WHERE operation = 'grantWaiver'");
    expect(rows).toEqual([{ n: EDITORS, requests: EDITORS, actor: 2 }]);
    expect(verified.entries).toBeGreaterThanOrEqual(EDITORS);
  });

  it('is read by page, who did what to which', async () => {
    const { auditTrail } = await program.data('{ auditTrail(first: 2, filter: { entity: "LicenseWaiver" }) { totalCount nodes { actor person operation entityId after requestId } pageInfo { hasNextPage } } }');
    expect(auditTrail).toMatchObject({ totalCount: EDITORS, nodes: [{ actor: 'local', person: null, operation: 'grantWaiver', requestId: expect.any(String) }, {}], pageInfo: { hasNextPage: true } });
    expect(auditTrail.nodes[0].after.component).toMatch(/^c\d+$/);
  });

  it('an entry whose transaction is rolled back leaves no gap in it', async () => {
    await program.database.query('BEGIN');
    await program.database.query("INSERT INTO audit_entry (actor_id, operation, entity, entity_id) VALUES (1, 'x', 'X', '1')");
    await program.database.query('ROLLBACK');
    expect((await verify()).intact).toBe(true);
  });

  it.each(['UPDATE audit_entry SET operation = operation', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry CASCADE', 'UPDATE audit_chain SET hash = hash', 'DELETE FROM audit_chain', 'TRUNCATE audit_chain'])('refuses in the database: %s', async (sql) => {
    await expect(program.database.query(sql)).rejects.toThrow(/append-only/);
  });

  it('shows what was changed, deleted, put in, put in another order, or cut off', async () => {
    const { head, intact } = await verify();
    expect(intact).toBe(true);
    const { rows } = await program.database.query<{ id: string; seq: string }>("SELECT e.id, c.seq FROM audit_entry e JOIN audit_chain c ON c.entry_id = e.id WHERE operation = 'grantWaiver' ORDER BY c.seq");
    const [one, other] = [rows[3]!, rows[7]!];
    await program.database.query(`CREATE TEMP TABLE kept AS SELECT * FROM audit_entry WHERE id = ${one.id}`);

    await behindItsBack(`UPDATE audit_entry SET after = jsonb_set(after, '{reason}', '"anders"') WHERE id = ${one.id}`);
    expect((await verify()).findings).toEqual([{ kind: 'CHANGED', seq: String(one.seq), entryId: String(one.id) }]);

    await behindItsBack(`DELETE FROM audit_entry WHERE id = ${one.id}`);
    expect((await verify()).findings).toEqual([{ kind: 'DELETED', seq: String(one.seq), entryId: String(one.id) }]);
    await behindItsBack('INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept');
    expect(await kinds()).toEqual([]);

    await behindItsBack("INSERT INTO audit_entry (actor_id, operation, entity, entity_id) VALUES (1, 'forged', 'X', '1')");
    expect(await kinds()).toEqual(['NOT_CHAINED']);
    await behindItsBack("DELETE FROM audit_entry WHERE operation = 'forged'");

    const swap = (first: string, second: string) => [`UPDATE audit_chain SET entry_id = -1 WHERE seq = ${one.seq}`, `UPDATE audit_chain SET entry_id = ${first} WHERE seq = ${other.seq}`, `UPDATE audit_chain SET entry_id = ${second} WHERE seq = ${one.seq}`];
    await behindItsBack(...swap(one.id, other.id));
    expect(await kinds()).toEqual(['CHANGED']);
    await behindItsBack(...swap(other.id, one.id));
    expect(await kinds()).toEqual([]);

    const [lastSeq] = head!.split(':');
    await behindItsBack(`DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_chain WHERE seq = ${lastSeq})`, `DELETE FROM audit_chain WHERE seq = ${lastSeq}`);
    expect((await verify()).findings).toEqual([{ kind: 'NOT_AS_ANCHORED', seq: lastSeq, entryId: null }]);
    expect((await verifyAudit({ ...placeOf(program), dataFolder: program.dataFolder }, head!)).intact).toBe(false);
  });

  it('a chain that was computed anew as a whole fits in itself, and shows by the anchor', async () => {
    const fresh = await runProgram();
    try {
      expect((await verifyAudit(placeOf(fresh), undefined)).intact).toBe(true);
      await fresh.database.query('SET session_replication_role = replica');
      await fresh.database.query("UPDATE audit_entry SET entity_id = 'forged' WHERE id = (SELECT min(id) FROM audit_entry)");
      await fresh.database.query(`DO $$ DECLARE l record; h bytea := decode(repeat('00', 32), 'hex'); BEGIN
        FOR l IN SELECT c.seq, e AS entry FROM audit_chain c JOIN audit_entry e ON e.id = c.entry_id ORDER BY c.seq LOOP
          h := sha256(h || convert_to(l.seq || ',' || audit_content(l.entry), 'UTF8')); UPDATE audit_chain SET hash = h WHERE seq = l.seq;
        END LOOP; END $$`);
      expect([...new Set((await verifyAudit(placeOf(fresh), undefined)).findings.map(({ kind }) => kind))]).toEqual(['NOT_AS_ANCHORED']);
    } finally {
      await fresh.close();
    }
  }, 60_000);

  it('is anchored by the running program and by each backup, without anybody looking', async () => {
    const fresh = await runProgram();
    try {
      const anchors = async () => (await readFile(join(fresh.dataFolder, 'audit-anchors'), 'utf8')).trimEnd().split('\n');
      const headNow = async () => (await fresh.database.query<{ head: string }>("SELECT seq || ':' || encode(hash, 'hex') AS head FROM audit_chain ORDER BY seq DESC LIMIT 1")).rows[0]!.head;
      for (let tries = 0; tries < 100 && !(await anchors().catch((): string[] => [])).includes(await headNow()); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await anchors()).toEqual([await headNow()]);
      await fresh.data('mutation ($input: GrantWaiverInput!) { grantWaiver(input: $input) { __typename } }', { input: { policy: 'beschaffung', component: 'c', reason: 'r', author: 'Amt', expiresOn: '2099-01-01' } });
      const { anchor } = await backUp(placeOf(fresh), join(folder, 'anchored.fahrplan'), new Date());
      expect((await anchors()).at(-1)).toBe(anchor);
      expect(anchor).toBe(await headNow());
      await fresh.database.query('SET session_replication_role = replica');
      await fresh.database.query("DELETE FROM audit_chain WHERE entry_id IN (SELECT id FROM audit_entry WHERE operation = 'grantWaiver')");
      await fresh.database.query("DELETE FROM audit_entry WHERE operation = 'grantWaiver'");
      expect((await verifyAudit(placeOf(fresh), undefined)).findings).toEqual([{ kind: 'NOT_AS_ANCHORED', seq: anchor!.split(':')[0], entryId: null }]);
    } finally {
      await fresh.close();
    }
  }, 60_000);

  it('goes out whole, so that any tool can compute it anew', async () => {
    const file = join(folder, 'trail.ndjson');
    const { entries } = await exportAudit(placeOf(program), file);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line));
    expect(lines).toHaveLength(entries);
    let previous: Buffer = Buffer.alloc(32);
    for (const { content, hash } of lines) {
      previous = createHash('sha256').update(previous).update(content).digest();
      expect(previous.toString('hex')).toBe(hash);
    }
  });

  it('is as intact after a backup was restored as before', async () => {
    const fresh = await runProgram();
    const target = await openEmbeddedPostgres(join(folder, 'data'), 'fast');
    try {
      await backUp(placeOf(fresh), join(folder, 'a.fahrplan'), new Date());
      const before = await verifyAudit(placeOf(fresh), undefined);
      await restore({ dataFolder: join(folder, 'data'), databaseUrl: undefined }, join(folder, 'a.fahrplan'));
      expect(await verifyAudit({ dataFolder: join(folder, 'data'), databaseUrl: undefined }, before.head!)).toMatchObject({ intact: true, entries: before.entries, head: before.head });
    } finally {
      await target.close();
      await fresh.close();
    }
  }, 60_000);
});
