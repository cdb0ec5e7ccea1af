// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { examine, nodeVersion } from '../../../apps/api/src/operation/doctor.js';
import { runProgram, type RunningProgram } from '../../support/running-program.js';

const INVENTORY = 'Rechner;Software;Version\npc-1;Firefox;128\npc-2;Firefox;128\npc-2;LibreOffice;24.2\n';

describe('the examination of an installation', () => {
  let program: RunningProgram;

  beforeAll(async () => {
    program = await runProgram();
    await program.importFile('inventar.csv', INVENTORY);
  }, 120_000);
  afterAll(() => program.close());

  /** Codes of what is wrong. */
  const wrong = async (variables: Record<string, string> = {}) => {
    const { host, port, user, database, password } = program.database;
    const url = host.startsWith('/') ? {} : { DATABASE_URL: `postgres://${user}:${encodeURIComponent(String(password))}@${host}:${port}/${database}` };
    const checks = await examine({ FAHRPLAN_DATA: program.dataFolder, ...url, ...variables });
    return checks.filter((check) => check.problem !== null).map((check) => `${check.check} ${check.problem!.code}`);
  };

  it('finds nothing in one that is well', async () => expect(await wrong()).toEqual([]));

  it('finds counts that are not what they count', async () => {
    await program.database.query("UPDATE title_usage SET installations = installations + 1 WHERE title_id = (SELECT id FROM title WHERE raw = 'Firefox')");
    expect(await wrong()).toEqual(expect.arrayContaining(['TITLE_COUNTS OPERATION.INVARIANT_BROKEN', 'PRODUCT_COUNTS OPERATION.INVARIANT_BROKEN']));
    await program.database.query("UPDATE title_usage SET installations = installations - 1 WHERE title_id = (SELECT id FROM title WHERE raw = 'Firefox')");
  });

  it('finds a protection that somebody switched off', async () => {
    await program.database.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_is_append_only');
    expect(await wrong()).toEqual(['PROTECTION_ON OPERATION.INVARIANT_BROKEN', 'AUDIT_PROTECTED OPERATION.INVARIANT_BROKEN']);
    await program.database.query('ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_is_append_only');
  });

  it('finds a job that the queue has lost, and a table of a half-made import', async () => {
    await program.database.query("INSERT INTO job (id, kind, status, actor_id) SELECT gen_random_uuid(), 'score', 'RUNNING', min(id) FROM actor");
    await program.database.query('CREATE TABLE installation_999 (LIKE installation)');
    expect(await wrong()).toEqual(['role OPERATION.RIGHTS_DIFFER', 'STAGES_LEFT_BEHIND OPERATION.INVARIANT_BROKEN', 'JOBS_QUEUED OPERATION.JOBS_LOST']);
    await program.database.query("DELETE FROM job WHERE kind = 'score'");
    await program.database.query('DROP TABLE installation_999');
  });

  it('finds a schema of another version, and does not go on to count in it', async () => {
    await program.database.query("INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'FromTomorrow')");
    expect(await wrong()).toEqual(['migrations PLATFORM.DATABASE_NEWER_THAN_PROGRAM']);
    await program.database.query("DELETE FROM migration WHERE name = 'FromTomorrow'");
  });

  it('warns where others see the page and it cannot say who runs it; one person’s machine needs no imprint', async () => {
    expect(await wrong({ FAHRPLAN_PUBLIC_VIEW: 'on' })).toEqual([]); // it works all the same
    const named = { FAHRPLAN_OPERATOR: 'Stadt Musterstadt', FAHRPLAN_IMPRINT_URL: 'https://musterstadt.example/impressum', FAHRPLAN_PRIVACY_URL: 'https://musterstadt.example/datenschutz', FAHRPLAN_ACCESSIBILITY_CONTACT: 'barrierefrei@musterstadt.example' };
    const checks = await examine({ FAHRPLAN_DATA: '/nowhere/at/all', FAHRPLAN_PUBLIC_VIEW: 'on', ...named });
    expect(checks.find(({ check }) => check === 'operator')).toMatchObject({ problem: null, warning: { missing: 'FAHRPLAN_ACCESSIBILITY_BODY, FAHRPLAN_ACCESSIBILITY_REVIEWED_ON' } });
    expect(checks.filter(({ warning }) => warning !== undefined).length).toBe(1);
  });

  it('finds settings, folders and servers that are not usable', async () => {
    expect(await wrong({ PORT: 'x' })).toEqual(['configuration PLATFORM.ENVIRONMENT_INVALID']);
    expect(await wrong({ DATABASE_URL: 'postgres://127.0.0.1:1/none' })).toEqual(['database PLATFORM.DATABASE_UNREACHABLE']);
    expect(await wrong({ FAHRPLAN_DATA: '/nowhere/at/all', DATABASE_URL: '' })).toEqual(expect.arrayContaining(['disk OPERATION.NO_DATA_FOLDER']));
    expect(nodeVersion('20.18.3').problem?.code).toBe('OPERATION.NODE_TOO_OLD');
    expect(nodeVersion('24.0.0').problem).toBeNull();
  });
});
