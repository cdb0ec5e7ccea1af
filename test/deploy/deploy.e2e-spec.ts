// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { environment, readConfig } from '../../apps/api/src/platform/config/config.js';
import { SECRET_VARIABLES } from '../../apps/api/src/platform/config/secrets-from-files.js';
import { openSharedDatabase, type SharedDatabase } from '../support/shared-database.js';
import { freePort } from '../support/free-ports.js';

const ROOT = join(import.meta.dirname, '../..');
const SYSTEMD = join(ROOT, 'deploy/systemd');
const CONTAINER = join(ROOT, 'deploy/container');
/** The rest of OpenTelemetry's variables is read by its packages. */
const KNOWN = new Set([...Object.keys(environment.shape), ...[...SECRET_VARIABLES].map((name) => `${name}_FILE`), 'NODE_ENV']);
/** Points of `systemd-analyze security`, of 100: below 20 is "OK". */
const MOST_EXPOSED = '20';

type Environment = Record<string, string>;

/** Entries of a unit by name; a name may come several times. */
function unit(name: string): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, string[]>();
  for (const line of readFileSync(join(SYSTEMD, name), 'utf8').split('\n')) {
    const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (key !== undefined) entries.set(key, [...(entries.get(key) ?? []), value!]);
  }
  return entries;
}

const environmentFile = (): Environment => Object.fromEntries(readFileSync(join(SYSTEMD, 'fahrplan.env'), 'utf8').split('\n').filter((line) => /^\w+=/.test(line)).map((line) => line.split(/=(.*)/s) as [string, string]));
const environmentOf = (entries: ReadonlyMap<string, readonly string[]>): Environment => Object.fromEntries((entries.get('Environment') ?? []).flatMap((line) => line.split(' ')).map((pair) => pair.split(/=(.*)/s) as [string, string]));

interface Service {
  readonly environment?: Environment;
  readonly secrets?: readonly string[];
  readonly command?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Record<string, unknown>;
  readonly [key: string]: unknown;
}
const compose = parse(readFileSync(join(CONTAINER, 'compose.yaml'), 'utf8'), { merge: true }) as { services: Record<string, Service>; secrets: Record<string, { file: string }>; volumes: Record<string, unknown> };
const containerfile = readFileSync(join(CONTAINER, 'Containerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
const lastStage = containerfile.slice(containerfile.findLastIndex((line) => line.startsWith('FROM ')));
const instruction = (name: string) => lastStage.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
const imageEnvironment = (): Environment => Object.fromEntries(instruction('ENV').flatMap((line) => line.split(' ')).map((pair) => pair.split(/=(.*)/s) as [string, string]));

/** As compose puts settings in: `${NAME:?needed}`, `${NAME:-default}`. */
function filled(text: string, given: Environment): string {
  return text.replaceAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_all, name: string, kind: string | undefined, word: string) => {
    if (given[name] !== undefined) return given[name];
    if (kind === '-') return word;
    throw new Error(`${name}: ${word}`);
  });
}

let folder: string;
let database: SharedDatabase;
const started: ChildProcess[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fahrplan-deploy-'));
  database = await openSharedDatabase();
  const secrets = { 'database-url': database.url.replace('//fahrplan@', '//fahrplan_program@'), 'database-admin-url': database.url, 'pseudonym-key': 'k'.repeat(40), 'oidc-client-secret': 'geheim', 'postgres-password': 'geheim' };
  for (const [name, text] of Object.entries(secrets)) writeFileSync(join(folder, name), `${text}\n`);
}, 120_000);
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Starts a command line with these settings and nothing else of this process's environment. */
function start(command: readonly string[], settings: Environment, place: string): { readonly child: ChildProcess; readonly said: string[] } {
  const child = spawn(command[0]!, command.slice(1), { cwd: place, env: { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const said: string[] = [];
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => said.push(String(chunk)));
  return { child, said };
}

async function isReady({ child, said }: ReturnType<typeof start>, port: string): Promise<void> {
  for (let turn = 0; turn < 900; turn++) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${said.join('')}`);
    if (await fetch(`http://127.0.0.1:${port}/health/ready`).then(({ status }) => status === 200, () => false)) return;
    await sleep(100);
  }
  throw new Error(`not ready: ${said.join('')}`);
}

async function stop({ child }: ReturnType<typeof start>): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  return (await ended)[0] as number | null;
}

/** Without a provider the program listens on this machine alone, which is what a test wants; whether the settings hold with one is asked of the settings themselves. */
const withoutProvider = (settings: Environment): Environment => Object.fromEntries(Object.entries(settings).filter(([name]) => !name.startsWith('FAHRPLAN_OIDC_') && name !== 'FAHRPLAN_PUBLIC_URL'));

/** The role of a new database owns nothing. */
const addressOfProgram = () => readFileSync(join(folder, 'database-url'), 'utf8').trim();

const UNITS = readdirSync(SYSTEMD).filter((name) => name.endsWith('.service'));

describe('the systemd units', () => {
  const place = (value: string) => value.replaceAll(/%[dS%]/g, (specifier) => ({ '%d': folder, '%S': join(folder, 'state') })[specifier] ?? '%');
  const settingsOf = (name: string): Environment => Object.fromEntries(Object.entries({ ...environmentFile(), ...environmentOf(unit(name)) }).map(([key, value]) => [key, place(value)]));

  it.each(UNITS)('%s names no setting that the program does not know, and each credential that it reads', (name) => {
    const settings = { ...environmentFile(), ...environmentOf(unit(name)) };
    expect(Object.keys(settings).filter((key) => !KNOWN.has(key))).toEqual([]);
    const credentials = (unit(name).get('LoadCredential') ?? []).map((line) => line.split(':')[0]);
    expect(Object.values(settings).filter((value) => value.startsWith('%d/')).map((value) => value.slice('%d/'.length)).sort()).toEqual([...credentials].sort());
  });

  it.each(UNITS)('%s has settings that the program takes', (name) => expect(readConfig(settingsOf(name))).toMatchObject({ ok: true, value: { demo: 'none', databaseUrl: addressOfProgram(), pseudonymKey: 'k'.repeat(40), provider: { clientId: 'fahrplan' } } }));

  const analyze = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' }).status === 0;
  (analyze ? it : it.skip)('are right to systemd, and closed but for what Node.js and the network need', () => {
    const files = readdirSync(SYSTEMD).filter((name) => /\.(service|timer)$/.test(name)).map((name) => join(SYSTEMD, name));
    const verified = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' });
    expect([verified.status, verified.stderr.split('\n').filter((line) => line.includes('fahrplan'))]).toEqual([0, []]);
    const secure = spawnSync('systemd-analyze', ['security', '--offline=true', `--threshold=${MOST_EXPOSED}`, '--no-pager', ...UNITS.map((name) => join(SYSTEMD, name))], { encoding: 'utf8' });
    expect([secure.status, secure.stdout.split('\n').filter((line) => line.includes('Overall')).length]).toEqual([0, UNITS.length]);
  });

  it('bring the database to its state before anything starts, as the only ones that know its owner', async () => {
    for (const name of ['fahrplan.service', 'fahrplan-migrate.service']) {
      const run = start(unit(name).get('ExecStart')![0]!.split(' '), { ...withoutProvider(settingsOf(name)), PORT: '0' }, ROOT);
      const [exitStatus] = (await once(run.child, 'close')) as [number];
      expect([name, exitStatus, run.said.join('').includes('PLATFORM.MIGRATIONS_PENDING')]).toEqual([name, name === 'fahrplan.service' ? 1 : 0, name === 'fahrplan.service']);
    }
    expect(UNITS.filter((name) => Object.keys(environmentOf(unit(name))).includes('DATABASE_ADMIN_URL_FILE'))).toEqual(['fahrplan-migrate.service']);
    expect(Object.keys(compose.services).filter((name) => compose.services[name]!.secrets?.includes('database-admin-url'))).toEqual(['migrate']);
  }, 180_000);

  it('start the server and the worker with what they say, which stop in order within their time', async () => {
    let figures = '';
    const running: { readonly name: string; readonly process: ReturnType<typeof start> }[] = [];
    for (const name of ['fahrplan.service', 'fahrplan-worker.service']) {
      const entries = unit(name);
      expect(entries.get('WorkingDirectory')).toEqual(['/opt/fahrplan']);
      const port = String(await freePort());
      const process = start(entries.get('ExecStart')![0]!.split(' '), { ...withoutProvider(settingsOf(name)), PORT: '0', FAHRPLAN_METRICS_PORT: port, FAHRPLAN_DRAIN_SECONDS: '0' }, ROOT);
      await isReady(process, port);
      running.push({ name, process });
      if (name === 'fahrplan.service') figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    }
    // a rule that names no figure of ours would never wake anybody
    const rules = parse(readFileSync(join(ROOT, 'deploy/prometheus/fahrplan.rules.yaml'), 'utf8')) as { groups: { rules: { expr: string }[] }[] };
    const named = rules.groups.flatMap(({ rules: all }) => all).flatMap(({ expr }) => expr.match(/\b(?:fahrplan|nodejs|process)_\w+/g) ?? []);
    expect(named.length).toBeGreaterThan(8);
    expect(named.map((name) => name.replace(/_(bucket|count)$/, '')).filter((name) => !figures.includes(`# TYPE ${name} `))).toEqual([]);
    for (const { name, process } of running) {
      const begunAt = performance.now();
      expect([name, await stop(process)]).toEqual([name, 0]);
      const { drainSeconds } = (readConfig(settingsOf(name)) as { value: { drainSeconds: number } }).value;
      expect(drainSeconds + 30).toBeLessThan(Number(unit(name).get('TimeoutStopSec')![0]));
      expect(performance.now() - begunAt).toBeLessThan(Number(unit(name).get('TimeoutStopSec')![0]) * 1_000);
    }
  }, 180_000);

  it('end in order when they are stopped while they start', async () => {
    for (const name of ['fahrplan.service', 'fahrplan-worker.service']) {
      for (const sign of ['PostgreSQL', 'Program', 'Catalogue']) {
        const process = start(unit(name).get('ExecStart')![0]!.split(' '), { ...withoutProvider(settingsOf(name)), PORT: '0', FAHRPLAN_METRICS_PORT: String(await freePort()), FAHRPLAN_DRAIN_SECONDS: '0' }, ROOT);
        for (let turn = 0; turn < 3_000 && !process.said.join('').includes(sign); turn++) await sleep(10);
        expect([name, sign, await stop(process), process.said.join('').split('\n').filter((line) => /Error|\[\w+\.\w+\]/.test(line))]).toEqual([name, sign, 0, []]);
      }
    }
  }, 240_000);

  it('back up, look whether everything is well, and keep what is not old', async () => {
    const state = join(folder, 'state/fahrplan');
    const settings = { ...withoutProvider(settingsOf('fahrplan-backup.service')), STATE_DIRECTORY: state };
    mkdirSync(join(state, 'backups'), { recursive: true });
    const old = join(state, 'backups/old.fahrplan');
    writeFileSync(old, '');
    expect(spawnSync('touch', ['-d', '40 days ago', old]).status).toBe(0);
    for (const line of unit('fahrplan-backup.service').get('ExecStart')!) {
      const words = /^\/bin\/sh -c '(.*)'$/.exec(line);
      const run = start(words ? ['/bin/sh', '-c', place(words[1]!)] : line.split(' '), settings, ROOT);
      const [exitStatus] = (await once(run.child, 'close')) as [number];
      if (exitStatus !== 0) throw new Error(`${line} ended with ${exitStatus}: ${run.said.join('')}`);
    }
    expect(readdirSync(join(state, 'backups'))).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d{6}Z\.fahrplan$/)]);
  }, 120_000);

  it('make no further start where the settings cannot be used', async () => {
    const { child } = start(unit('fahrplan.service').get('ExecStart')![0]!.split(' '), { PORT: 'eighty' }, ROOT);
    expect([(await once(child, 'exit'))[0]]).toEqual(unit('fahrplan.service').get('RestartPreventExitStatus')!.map(Number));
  });
});

describe('the container', () => {
  const given = { FAHRPLAN_OIDC_ISSUER: 'https://id.example.org', FAHRPLAN_PUBLIC_URL: 'https://fahrplan.example.org' };
  const program = ['server', 'worker'];
  const told = [...program, 'migrate'];
  const settingsOf = (name: string): Environment =>
    Object.fromEntries(Object.entries({ ...imageEnvironment(), ...compose.services[name]!.environment }).map(([key, value]) => [key, filled(value, given).replace('/run/secrets', folder)]));

  it.each(told)('%s is told nothing that the program does not know, and takes what it is told', (name) => {
    expect(Object.keys(settingsOf(name)).filter((key) => !KNOWN.has(key))).toEqual([]);
    expect(readConfig(settingsOf(name))).toMatchObject({ ok: true, value: { demo: 'none', dataFolder: '/data', databaseUrl: addressOfProgram() } });
  });

  it('asks for what has no default, and for no other', () => {
    const needed = [...readFileSync(join(CONTAINER, 'compose.yaml'), 'utf8').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    expect(needed.sort()).toEqual(Object.keys(given).sort());
  });

  it('gets each secret that it reads as a file, and no other', () => {
    for (const [name, { environment: settings = {}, secrets = [] }] of Object.entries(compose.services)) {
      const read = Object.values(settings).filter((value) => value.startsWith('/run/secrets/')).map((value) => value.slice('/run/secrets/'.length));
      expect([name, read.sort()]).toEqual([name, [...secrets].sort()]);
      for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
    }
  });

  it.each(program)('%s may write its data alone, is nobody in particular, and waits for the database', (name) => {
    expect(compose.services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], depends_on: { postgres: { condition: 'service_healthy' }, migrate: { condition: 'service_completed_successfully' } } });
    expect(instruction('USER')).toEqual(['1000:1000']);
    expect(instruction('VOLUME')).toEqual([imageEnvironment()['FAHRPLAN_DATA']]);
  });

  it('has in it all that server, worker and command line need, and its check of health tells them from others', async () => {
    const image = join(folder, 'image');
    mkdirSync(image);
    for (const words of instruction('COPY').map((line) => line.split(' ').slice(1))) {
      const to = words.at(-1)!;
      for (const from of words.slice(0, -1).map((path) => path.replace('/build/', ''))) {
        const target = to.endsWith('/') ? join(image, to, from) : join(image, to);
        mkdirSync(dirname(target), { recursive: true });
        if (from === 'node_modules') symlinkSync(join(ROOT, from), target);
        else cpSync(join(ROOT, from), target, { recursive: true, filter: (path) => !path.includes('dist/test') });
      }
    }
    const check = JSON.parse(/CMD (\[.*\])/.exec(instruction('HEALTHCHECK')[0]!)![1]!) as string[];
    const health = async (port: string) => (await once(start(check, { FAHRPLAN_METRICS_PORT: port }, image).child, 'exit'))[0] as number;
    const commands = { server: JSON.parse(instruction('CMD')[0]!) as string[], worker: compose.services['worker']!.command! };
    for (const name of program) {
      const port = String(await freePort());
      expect(await health(port)).toBe(1);
      const process = start(commands[name as keyof typeof commands], { ...withoutProvider(settingsOf(name)), HOST: '127.0.0.1', FAHRPLAN_METRICS_HOST: '127.0.0.1', PORT: '0', FAHRPLAN_METRICS_PORT: port, FAHRPLAN_DRAIN_SECONDS: '0', FAHRPLAN_DATA: join(folder, 'data') }, image);
      await isReady(process, port);
      expect(await health(port)).toBe(0);
      expect(await stop(process)).toBe(0);
    }
    const command = start(['node', 'apps/cli/bin/fahrplan.js', 'license', 'MIT', '--json'], {}, image);
    expect([(await once(command.child, 'exit'))[0], command.said.join('')]).toEqual([0, expect.stringContaining('"ALLOWED"')]);
    expect(existsSync(join(image, 'dist/apps/web'))).toBe(true);
  }, 240_000);
});
