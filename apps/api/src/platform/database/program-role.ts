// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { groupBy } from '#kernel';

export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** The role that a connection belongs to. */
export interface Standing {
  readonly role: string;
  /** Whether it may do whatever the owner of the tables may; where there are none yet, whether it could make them. */
  readonly isOwner: boolean;
}

/** A right that a role lacks, or that it has and should not have. */
export interface DifferingRight {
  /** As GRANT names it: `TABLE public.host`. */
  readonly on: string;
  /** As GRANT names it: `UPDATE`, `INSERT (actor_id)`. */
  readonly right: string;
  readonly isHeld: boolean;
}

/** Whether the role can do whatever the role that asks can, or the owner of the tables. */
export async function isOwnerToo(asOwner: Query, role: string): Promise<boolean> {
  const [row] = await asOwner("SELECT pg_has_role($1, session_user, 'MEMBER') OR EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('public.migration') AND pg_has_role($1, relowner, 'MEMBER')) AS too", [role]);
  return row!['too'] === true;
}

/** Who is connected. */
export async function standingOf(query: Query): Promise<Standing> {
  const [row] = await query(
    `SELECT session_user::text AS role, coalesce((SELECT pg_has_role(session_user, relowner, 'MEMBER') FROM pg_class WHERE oid = to_regclass('public.migration')), has_schema_privilege(session_user, 'public', 'CREATE')) AS "isOwner"`,
  );
  return row as unknown as Standing;
}

/** Taking a right on a table away takes the same right on its columns away, which is then given again. */
const MOST_TURNS = 2;
/** Ids that an import takes ahead. */
const NUMBERED_AHEAD = ['department', 'host', 'title', 'version'];
/** Of an entry of the audit trail these are never said, but given: nobody writes one for another time. */
const GIVEN_IN_TRAIL = ['id', 'at'];

/** Our own, and not of an extension. */
const ours = (catalogue: string, object: string, schema: string) => `${schema} IN ('public', 'job_queue') AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalogue}'::regclass AND e.objid = ${object} AND e.deptype = 'e')`;
const TARGET = "CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END || format(' %I.%I', n.nspname, c.relname)";
const RELATIONS = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND ${ours('pg_class', 'c.oid', 'n.nspname')} AND c.relkind IN ('r', 'p', 'v', 'm', 'S')`;
const FUNCTIONS = `pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND ${ours('pg_proc', 'p.oid', 'n.nspname')} AND p.prosecdef AND p.prorettype <> 'trigger'::regtype`;
const THIS_DATABASE = "pg_database d WHERE d.datname = current_database()";

/**
 * What the program needs, said once for every table there is and there will be. Rows that a trigger never lets change or go (`refuse_change`) may only be added; links of the audit trail are added by its trigger. In the queue's
 * schema, `bam` holds statements that the queue would run as the owner.
 */
const WANTED = `
  SELECT o.target, unnest(CASE
    WHEN o.relkind = 'S' THEN CASE WHEN o.is_ahead THEN '{SELECT,USAGE}' ELSE '{SELECT}' END::text[]
    WHEN o.relkind IN ('v', 'm') OR o.name IN ('public.migration', 'public.audit_chain', 'job_queue.bam') THEN '{SELECT}'
    WHEN o.name = 'public.audit_entry' THEN array_prepend('SELECT', (SELECT array_agg(format('INSERT (%I)', attname)) FROM pg_attribute WHERE attrelid = o.oid AND attnum > 0 AND NOT attisdropped AND attname <> ALL ($2)))
    WHEN o.name = 'job_queue.version' THEN '{SELECT,UPDATE}'
    ELSE array_remove(ARRAY['SELECT', 'INSERT', CASE WHEN o.refused & 16 = 0 THEN 'UPDATE' END, CASE WHEN o.refused & 8 = 0 THEN 'DELETE' END], NULL) END) AS privilege
  FROM (SELECT c.oid, c.relkind, ${TARGET} AS target, n.nspname || '.' || c.relname AS name,
      coalesce((SELECT bit_or(tgtype) FROM pg_trigger WHERE tgrelid = c.oid AND tgfoid = to_regproc('public.refuse_change') AND tgtype & 1 = 1), 0) AS refused,
      EXISTS (SELECT FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid WHERE d.objid = c.oid AND d.deptype = 'i' AND t.relname = ANY ($3)) AS is_ahead
    FROM ${RELATIONS}) o
  UNION ALL SELECT format('FUNCTION %s', p.oid::regprocedure), 'EXECUTE' FROM ${FUNCTIONS} AND n.nspname = 'public'
  UNION ALL SELECT format('SCHEMA %I', nspname), 'USAGE' FROM pg_namespace WHERE nspname IN ('public', 'job_queue')
  UNION ALL SELECT format('DATABASE %I', d.datname), unnest('{CONNECT,TEMPORARY}'::text[]) FROM ${THIS_DATABASE}`;

/** What somebody holds. Of functions those count that run with the rights of somebody else; of the schemas of others, whether something may be put there. */
const HELD = `
  SELECT ${TARGET}, a.privilege_type, a.grantee FROM ${RELATIONS}, aclexplode(c.relacl) a
  UNION ALL SELECT ${TARGET}, format('%s (%I)', a.privilege_type, t.attname), a.grantee FROM ${RELATIONS} JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
  UNION ALL SELECT format('FUNCTION %s', p.oid::regprocedure), a.privilege_type, a.grantee FROM ${FUNCTIONS}, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  UNION ALL SELECT format('SCHEMA %I', n.nspname), a.privilege_type, a.grantee FROM pg_namespace n, aclexplode(n.nspacl) a WHERE n.nspname !~ '^pg_' AND (a.privilege_type = 'CREATE' OR n.nspname IN ('public', 'job_queue'))
  UNION ALL SELECT format('DATABASE %I', d.datname), a.privilege_type, a.grantee FROM (SELECT * FROM ${THIS_DATABASE}) d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a`;

const DIFFERING = `
  WITH wanted AS (${WANTED}),
    held AS (SELECT DISTINCT target, privilege, true AS is_held FROM (${HELD}) h (target, privilege, grantee) WHERE grantee IN (0, (SELECT oid FROM pg_roles WHERE rolname = $1)))
  SELECT target AS on, privilege AS right, is_held IS NOT NULL AS "isHeld" FROM (SELECT *, true AS is_wanted FROM wanted) w FULL JOIN held USING (target, privilege) WHERE is_wanted IS NULL OR is_held IS NULL
  ORDER BY is_held, target, privilege`;

/** In what the rights of the program's role are other than it needs: empty where it has those and no more; those that it should not have come first. */
export async function differingRights(query: Query, role: string): Promise<readonly DifferingRight[]> {
  return (await query(DIFFERING, [role, GIVEN_IN_TRAIL, NUMBERED_AHEAD])) as unknown as readonly DifferingRight[];
}

/**
 * Gives a role the rights that the program needs and takes all others away from it, as the owner.
 *
 * @returns what the owner could not set, because the object is another's
 */
export async function setRights(asOwner: Query, role: string): Promise<readonly DifferingRight[]> {
  let differing = await differingRights(asOwner, role);
  for (let turn = 0; turn < MOST_TURNS && differing.length > 0; turn++) {
    await change(asOwner, role, differing);
    differing = await differingRights(asOwner, role);
  }
  return differing;
}

async function change(asOwner: Query, role: string, differing: readonly DifferingRight[]): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const statements = [...groupBy(differing, ({ on, isHeld }) => `${isHeld} ${on}`).values()].map((rights) => {
    const [{ on, isHeld }] = rights as [DifferingRight];
    const list = rights.map(({ right }) => right).join(', ');
    return isHeld ? `REVOKE ${list} ON ${on} FROM ${name}, PUBLIC` : `GRANT ${list} ON ${on} TO ${name}`;
  });
  await asOwner(statements.join(';\n')).catch(async (failure: unknown) => {
    if (!isForbidden(failure)) throw failure;
    for (const statement of statements) await asOwner(statement).catch((one: unknown) => (isForbidden(one) ? undefined : Promise.reject(one))); // those that can be set
  });
}

function isForbidden(failure: unknown): boolean {
  return (failure as { code?: unknown }).code === '42501';
}

/** What a role could do beside its rights, in words of PostgreSQL: attributes, memberships, what it owns. What it makes for one session alone does not count. */
const POWERS = `
  SELECT unnest(array_remove(ARRAY[CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolcreatedb THEN 'CREATEDB' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
    CASE WHEN rolreplication THEN 'REPLICATION' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END, CASE WHEN has_parameter_privilege(oid, 'session_replication_role', 'SET') THEN 'SET session_replication_role' END], NULL)) AS power FROM pg_roles WHERE rolname = $1
  UNION ALL SELECT 'member of ' || roleid::regrole FROM pg_auth_members WHERE member = (SELECT oid FROM pg_roles WHERE rolname = $1)
  UNION ALL SELECT 'owns ' || pg_describe_object(classid, objid, objsubid) FROM pg_shdepend d
    WHERE refclassid = 'pg_authid'::regclass AND refobjid = (SELECT oid FROM pg_roles WHERE rolname = $1) AND deptype = 'o' AND dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
    AND NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE d.classid = 'pg_class'::regclass AND c.oid = d.objid AND n.nspname ~ '^pg_(toast_)?temp_')
  ORDER BY 1 LIMIT 50`;

export async function powersOf(query: Query, role: string): Promise<readonly string[]> {
  return (await query(POWERS, [role])).map(({ power }) => String(power));
}
