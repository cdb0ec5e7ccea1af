// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { verifyAudit } from '../../apps/api/src/operation/audit.js';
import { examine } from '../../apps/api/src/operation/doctor.js';
import { CONNECTION } from '../../apps/api/src/platform/database/database.module.js';
import { runProgram, type RunningProgram } from '../support/running-program.js';

const INVENTORY = 'Rechner;Software;Version\npc-1;Firefox;128\npc-2;Firefox;128\npc-2;LibreOffice;24.2\n';

/** SQLSTATEs. */
const FORBIDDEN = '42501';
const BAD_ARGUMENT = '22023';

/** Everything that an attacker could change for good, each as one text. */
const STATE = `SELECT
  (SELECT string_agg(e::text, ',' ORDER BY id) FROM audit_entry e) AS trail, (SELECT string_agg(c::text, ',' ORDER BY seq) FROM audit_chain c) AS chain, (SELECT string_agg(m::text, ',' ORDER BY id) FROM migration m) AS migrations,
  (SELECT string_agg(concat_ws(' ', oid, relname, relowner, relacl, relrowsecurity, relkind, relhastriggers, relhasrules), ',' ORDER BY oid) FROM pg_class WHERE relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_')) AS relations,
  (SELECT string_agg(concat_ws(' ', oid, tgname, tgrelid, tgenabled, tgfoid), ',' ORDER BY oid) FROM pg_trigger) AS triggers,
  (SELECT string_agg(concat_ws(' ', oid, proname, proowner, proacl, prosecdef, proconfig, md5(prosrc)), ',' ORDER BY oid) FROM pg_proc WHERE pronamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^pg_temp')) AS functions,
  (SELECT string_agg(r::text, ',' ORDER BY oid) FROM pg_authid r) AS roles, (SELECT string_agg(m::text, ',') FROM pg_auth_members m) AS members, (SELECT string_agg(s::text, ',') FROM pg_db_role_setting s) AS settings,
  (SELECT string_agg(concat_ws(' ', nspname, nspowner, nspacl), ',' ORDER BY nspname) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_') AS schemas, (SELECT string_agg(concat_ws(' ', datname, datdba, datacl), ',' ORDER BY oid) FROM pg_database) AS databases,
  (SELECT string_agg(extname, ',' ORDER BY oid) FROM pg_extension) AS extensions, (SELECT string_agg(lanname, ',' ORDER BY oid) FROM pg_language) AS languages, (SELECT count(*) FROM pg_event_trigger) AS event_triggers,
  (SELECT count(*) FROM pg_publication) AS publications, (SELECT count(*) FROM pg_replication_slots) AS slots, (SELECT count(*) FROM pg_foreign_server) AS servers, (SELECT count(*) FROM pg_policy) AS policies, (SELECT count(*) FROM pg_default_acl) AS default_rights,
  (SELECT string_agg(concat_ws('=', name, setting), ',' ORDER BY name) FROM pg_file_settings WHERE sourcefile LIKE '%auto.conf') AS server_settings, (SELECT last_value FROM audit_entry_id_seq) AS next_entry,
  (SELECT string_agg(b::text, ',') FROM job_queue.bam b) AS statements_of_queue`;

let program: RunningProgram;
let role: pg.PoolConfig;
let owner: string;

beforeAll(async () => {
  program = await runProgram();
  await program.importFile('inventar.csv', INVENTORY);
  role = program.app.get<pg.PoolConfig>(CONNECTION, { strict: false });
  owner = (await program.database.query<{ owner: string }>("SELECT quote_ident(pg_get_userbyid(relowner)) AS owner FROM pg_class WHERE oid = 'audit_entry'::regclass")).rows[0]!.owner;
}, 120_000);
afterAll(() => program.close());

const stateNow = async () => (await program.database.query(STATE)).rows[0] as Record<string, unknown>;

/** Runs statements one after the other as the program's role; the SQLSTATE of the first that is refused, null where none is. */
async function attack(...statements: readonly string[]): Promise<string | null> {
  const client = new pg.Client({ ...role, application_name: 'attacker' });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement.replaceAll('OWNER_ROLE', owner).replaceAll('PROGRAM_ROLE', pg.escapeIdentifier(client.user!)));
    return null;
  } catch (failure) {
    return (failure as { code?: string }).code ?? String(failure);
  } finally {
    await client.end();
  }
}

const ATTACKS: readonly (readonly [what: string, refusedWith: string | null, ...statements: string[]])[] = [
  ['change an entry of the trail', FORBIDDEN, "UPDATE audit_entry SET operation = 'nothing'"],
  ['take an entry away', FORBIDDEN, 'DELETE FROM audit_entry'],
  ['empty the trail', FORBIDDEN, 'TRUNCATE audit_entry CASCADE'],
  ['change it by MERGE', FORBIDDEN, 'MERGE INTO audit_entry e USING audit_chain c ON c.entry_id = e.id WHEN MATCHED THEN DELETE'],
  ['change it on conflict', FORBIDDEN, "INSERT INTO audit_entry (actor_id, operation, entity, entity_id) VALUES (1, 'x', 'X', '1') ON CONFLICT (id) DO UPDATE SET operation = 'y'"],
  ['write an entry for yesterday', FORBIDDEN, "INSERT INTO audit_entry (at, actor_id, operation, entity, entity_id) VALUES (now() - INTERVAL '1 day', 1, 'x', 'X', '1')"],
  ['write an entry in the place of another', FORBIDDEN, "INSERT INTO audit_entry (id, actor_id, operation, entity, entity_id) OVERRIDING SYSTEM VALUE VALUES (1, 1, 'x', 'X', '1')"],
  ['use up the numbers of entries', FORBIDDEN, "SELECT nextval('audit_entry_id_seq')"],
  ['set the numbers of entries back', FORBIDDEN, "SELECT setval('audit_entry_id_seq', 1)"],
  ['keep others from writing entries', FORBIDDEN, 'BEGIN', 'LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE'],
  ['forge a link', FORBIDDEN, "INSERT INTO audit_chain SELECT max(seq) + 1, 1, decode(repeat('00', 32), 'hex') FROM audit_chain"],
  ['change a link', FORBIDDEN, "UPDATE audit_chain SET hash = decode(repeat('00', 32), 'hex')"],
  ['take links away', FORBIDDEN, 'DELETE FROM audit_chain'],
  ['empty the chain', FORBIDDEN, 'TRUNCATE audit_chain'],
  ['switch triggers off', FORBIDDEN, 'ALTER TABLE audit_entry DISABLE TRIGGER ALL'],
  ['drop a trigger', FORBIDDEN, 'DROP TRIGGER audit_entry_is_append_only ON audit_entry'],
  ['add a trigger', FORBIDDEN, 'CREATE TRIGGER mine BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()'],
  ['add a rule', FORBIDDEN, 'CREATE RULE mine AS ON INSERT TO audit_entry DO INSTEAD NOTHING'],
  ['hide rows', FORBIDDEN, 'ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY'],
  ['add a policy', FORBIDDEN, 'CREATE POLICY mine ON audit_entry USING (false)'],
  ['own the trail', FORBIDDEN, 'ALTER TABLE audit_entry OWNER TO PROGRAM_ROLE'],
  ['rename the trail', FORBIDDEN, 'ALTER TABLE audit_entry RENAME TO gone'],
  ['drop the trail', FORBIDDEN, 'DROP TABLE audit_entry CASCADE'],
  ['put something before the trail', FORBIDDEN, 'CREATE VIEW public.mine AS SELECT 1'],
  ['inherit from the trail', FORBIDDEN, 'CREATE TABLE public.mine () INHERITS (audit_entry)'],
  ['run the triggers as a replica does', FORBIDDEN, 'SET session_replication_role = replica'],
  ['run them so by a function', FORBIDDEN, "SELECT set_config('session_replication_role', 'replica', false)"],
  ['switch triggers off in the catalogue', FORBIDDEN, "UPDATE pg_trigger SET tgenabled = 'D'"],
  ['own the trail in the catalogue', FORBIDDEN, "UPDATE pg_class SET relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) WHERE relname = 'audit_entry'"],
  ['change what is decided', FORBIDDEN, 'UPDATE scoring_run SET seed = 2'],
  ['rewrite which migrations ran', FORBIDDEN, 'DELETE FROM migration'],
  ['claim a migration', FORBIDDEN, "INSERT INTO migration (timestamp, name) VALUES (1, 'Mine')"],
  ['have the queue run a statement as the owner', FORBIDDEN, "INSERT INTO job_queue.bam (name, version, status, table_name, command) VALUES ('x', 46, 'pending', 'job', 'DROP TABLE audit_entry')"],
  ['replace the function of the triggers', FORBIDDEN, 'CREATE OR REPLACE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$'],
  ['change whose rights a function has', FORBIDDEN, 'ALTER FUNCTION chain_audit_entry() SECURITY INVOKER'],
  ['change where a function looks names up', FORBIDDEN, 'ALTER FUNCTION open_installations(integer, integer) SET search_path = pg_temp'],
  ['drop a function', FORBIDDEN, 'DROP FUNCTION audit_content(audit_entry) CASCADE'],
  ['make a function', FORBIDDEN, 'CREATE FUNCTION public.search_form(integer) RETURNS text LANGUAGE sql AS $$ SELECT 1::text $$'],
  ['make a function in C', FORBIDDEN, "CREATE FUNCTION pg_temp.mine() RETURNS integer LANGUAGE c AS '/tmp/evil.so', 'mine'"],
  ['load a library', FORBIDDEN, "LOAD '/tmp/evil.so'"],
  ['make an operator', FORBIDDEN, 'CREATE OPERATOR public.|| (LEFTARG = text, RIGHTARG = integer, FUNCTION = repeat)'],
  ['make a type', FORBIDDEN, 'CREATE DOMAIN public.mine AS text'],
  ['make a schema', FORBIDDEN, 'CREATE SCHEMA mine'],
  ['make a table in the schema of the queue', FORBIDDEN, 'CREATE TABLE job_queue.mine (id integer)'],
  ['add an extension that leads out', FORBIDDEN, 'CREATE EXTENSION dblink'],
  ['add an extension that reads files', FORBIDDEN, 'CREATE EXTENSION file_fdw'],
  ['add an extension that is trusted', FORBIDDEN, 'CREATE EXTENSION hstore'],
  ['add a foreign server', FORBIDDEN, 'CREATE FOREIGN DATA WRAPPER mine'],
  ['add a language', FORBIDDEN, 'CREATE LANGUAGE mine HANDLER plpgsql_call_handler'],
  ['watch commands', FORBIDDEN, 'CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION refuse_change()'],
  ['publish everything', FORBIDDEN, 'CREATE PUBLICATION mine FOR ALL TABLES'],
  ['keep a replication slot', FORBIDDEN, "SELECT pg_create_physical_replication_slot('mine')"],
  ['be the owner', FORBIDDEN, 'SET ROLE OWNER_ROLE'],
  ['be the owner by a function', FORBIDDEN, "SELECT set_config('role', 'OWNER_ROLE', false)"],
  ['be the owner from the start', FORBIDDEN, 'SET SESSION AUTHORIZATION OWNER_ROLE'],
  ['belong to the owner', FORBIDDEN, 'GRANT OWNER_ROLE TO PROGRAM_ROLE'],
  ['belong to those who read files', FORBIDDEN, 'GRANT pg_read_server_files TO PROGRAM_ROLE'],
  ['give itself a right', null, 'GRANT UPDATE, DELETE, TRUNCATE ON audit_entry TO PROGRAM_ROLE'], // PostgreSQL warns that nothing was granted
  ['give everybody a right', null, 'GRANT ALL ON audit_entry TO PUBLIC'],
  ['give itself rights to come', FORBIDDEN, 'ALTER DEFAULT PRIVILEGES FOR ROLE OWNER_ROLE GRANT ALL ON TABLES TO PROGRAM_ROLE'],
  ['take over what the owner owns', FORBIDDEN, 'REASSIGN OWNED BY OWNER_ROLE TO PROGRAM_ROLE'],
  ['drop what the owner owns', FORBIDDEN, 'DROP OWNED BY OWNER_ROLE CASCADE'],
  ['change the password of the owner', FORBIDDEN, "ALTER ROLE OWNER_ROLE PASSWORD 'mine'"],
  ['be a superuser', FORBIDDEN, 'ALTER ROLE PROGRAM_ROLE SUPERUSER'],
  ['be able to make roles', FORBIDDEN, 'ALTER ROLE PROGRAM_ROLE CREATEROLE'],
  ['make a role', FORBIDDEN, 'CREATE ROLE mine LOGIN SUPERUSER'],
  ['change what the owner’s sessions begin with', FORBIDDEN, 'ALTER ROLE OWNER_ROLE SET search_path = pg_temp'],
  ['change what all sessions begin with', FORBIDDEN, 'ALTER DATABASE fahrplan SET search_path = pg_temp'],
  ['change the server', FORBIDDEN, "ALTER SYSTEM SET archive_command = 'curl evil'"],
  ['have the server read its settings', FORBIDDEN, 'SELECT pg_reload_conf()'],
  ['make a database', FORBIDDEN, 'CREATE DATABASE mine'],
  ['drop a database', FORBIDDEN, 'DROP DATABASE postgres'],
  ['end sessions of the owner', FORBIDDEN, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'OWNER_ROLE'"],
  ['run a program', FORBIDDEN, "COPY (SELECT 1) TO PROGRAM 'id'"],
  ['run a program to read from', FORBIDDEN, "COPY host (name) FROM PROGRAM 'id'"],
  ['write a file', FORBIDDEN, "COPY (SELECT 1) TO '/tmp/mine'"],
  ['read a file', FORBIDDEN, "COPY host (name) FROM '/etc/passwd'"],
  ['read a file by a function', FORBIDDEN, "SELECT pg_read_file('/etc/passwd')"],
  ['read the server’s own files', FORBIDDEN, "SELECT pg_read_binary_file('pg_hba.conf')"],
  ['list a folder', FORBIDDEN, "SELECT pg_ls_dir('/')"],
  ['read a file as a large object', FORBIDDEN, "SELECT lo_import('/etc/passwd')"],
  ['write a large object to a file', FORBIDDEN, "SELECT lo_export(1, '/tmp/mine')"],
  ['read digests of passwords', FORBIDDEN, 'SELECT rolpassword FROM pg_authid'],
  ['do it all from within a block', FORBIDDEN, "DO $$ BEGIN EXECUTE 'ALTER TABLE audit_entry DISABLE TRIGGER USER'; END $$"],
  ['have a partition made for no source', BAD_ARGUMENT, 'SELECT open_installations(999999, 1)'],
  ['have it made for a source of its own', BAD_ARGUMENT, 'CREATE TEMP TABLE source (id integer, name text)', 'INSERT INTO pg_temp.source VALUES (999999)', 'SET search_path = pg_temp, public', 'SELECT public.open_installations(999999, 1)'],
  ['have another table attached', '42P01', 'CREATE TEMP TABLE installation_999999 (LIKE public.installation)', 'SET search_path = pg_temp, public', 'SELECT public.attach_installations(999999)'],
  ['have a partition attached twice', '42P16', 'SELECT attach_installations(min(id)) FROM source'],
  ['have another statement put in', BAD_ARGUMENT, "SELECT analyze_names('host; DROP TABLE audit_entry')"],
  ['have statistics of the trail made', BAD_ARGUMENT, "SELECT analyze_names('audit_entry')"],
];

describe('somebody with the rights of the program', () => {
  it('is refused whatever leads beyond what the program does, and nothing changes by trying', async () => {
    const before = await stateNow();
    const changed: Record<string, readonly string[]> = {};
    const outcomes: (readonly [string, string | null])[] = [];
    for (const [what, , ...statements] of ATTACKS) {
      outcomes.push([what, await attack(...statements)]);
      const after = await stateNow();
      const differing = Object.keys(before).filter((part) => String(before[part]) !== String(after[part]));
      if (differing.length > 0) changed[what] = differing;
    }
    expect(outcomes).toEqual(ATTACKS.map(([what, refusedWith]) => [what, refusedWith]));
    expect(changed).toEqual({});
  }, 120_000);

  it('cannot lead the chain astray by what it keeps for its own session', async () => {
    const shadows = [
      'CREATE TEMP TABLE audit_chain (seq bigint, entry_id bigint, hash bytea)',
      'CREATE TEMP TABLE audit_entry (LIKE public.audit_entry)',
      "CREATE FUNCTION pg_temp.audit_content(public.audit_entry) RETURNS text LANGUAGE sql AS $$ SELECT 'nothing' $$",
      "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT decode(repeat('00', 32), 'hex') $$",
      'SET search_path = pg_temp, public, pg_catalog',
    ];
    const { rows } = await program.database.query<{ links: string }>('SELECT count(*) AS links FROM audit_chain');
    expect(await attack(...shadows, "INSERT INTO public.audit_entry (actor_id, operation, entity, entity_id) VALUES (1, 'x', 'X', '1')")).toBeNull();
    expect((await program.database.query<{ links: string }>('SELECT count(*) AS links FROM public.audit_chain')).rows[0]!.links).toBe(String(Number(rows[0]!.links) + 1));
    const url = program.database.host.startsWith('/') ? undefined : role.connectionString;
    expect(await verifyAudit({ databaseUrl: url, dataFolder: program.dataFolder }, undefined)).toMatchObject({ intact: true, findings: [] });
  });

  it('is found by the examination as soon as it could do more or less', async () => {
    const checks = async () => (await examine({ FAHRPLAN_DATA: program.dataFolder, ...(program.database.host.startsWith('/') ? {} : { DATABASE_URL: role.connectionString }) })).find(({ check }) => check === 'role');
    const name = pg.escapeIdentifier((await checks())!.facts['role'] as string);
    expect(await checks()).toMatchObject({ problem: null, facts: { isSeparate: true } });
    for (const [change, undo, problem] of [
      [`GRANT UPDATE ON audit_entry TO ${name}`, `REVOKE UPDATE ON audit_entry FROM ${name}`, { code: 'OPERATION.RIGHTS_DIFFER', has: ['UPDATE ON TABLE public.audit_entry'], lacks: [] }],
      ['GRANT TRUNCATE ON host TO PUBLIC', 'REVOKE TRUNCATE ON host FROM PUBLIC', { has: ['TRUNCATE ON TABLE public.host'] }],
      [`REVOKE DELETE ON host FROM ${name}`, `GRANT DELETE ON host TO ${name}`, { lacks: ['DELETE ON TABLE public.host'] }],
      [`GRANT CREATE ON SCHEMA public TO ${name}`, `REVOKE CREATE ON SCHEMA public FROM ${name}`, { code: 'OPERATION.RIGHTS_DIFFER', has: ['CREATE ON SCHEMA public'] }],
      [`GRANT INSERT (at) ON audit_entry TO ${name}`, `REVOKE INSERT (at) ON audit_entry FROM ${name}`, { has: ['INSERT (at) ON TABLE public.audit_entry'] }],
      [`GRANT pg_read_server_files TO ${name}`, `REVOKE pg_read_server_files FROM ${name}`, { code: 'OPERATION.ROLE_TOO_STRONG', powers: ['member of pg_read_server_files'] }],
      [`ALTER ROLE ${name} CREATEDB`, `ALTER ROLE ${name} NOCREATEDB`, { powers: ['CREATEDB'] }],
      [`CREATE SCHEMA mine AUTHORIZATION ${name}`, 'DROP SCHEMA mine', { powers: ['owns schema mine'] }],
      [`GRANT SET ON PARAMETER session_replication_role TO ${name}`, `REVOKE SET ON PARAMETER session_replication_role FROM ${name}`, { powers: ['SET session_replication_role'] }],
    ] as const) {
      await program.database.query(change);
      expect([change, await checks()]).toEqual([change, expect.objectContaining({ problem: expect.objectContaining(problem) })]);
      await program.database.query(undo);
    }
  }, 120_000);
});
