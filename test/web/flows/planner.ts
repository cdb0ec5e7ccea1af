// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { settled, type Site } from '../../support/browser.js';
import { downloaded, eventsOf, rowsOfCsv } from '../../support/opened-file.js';
import { euro, number, tableOf } from './as-written.js';

/** The search is ended by hand once it has a plan and a bound. */
const SEARCH_SECONDS = '60';
const PLAN = 'query ($id: ID!) { plan(id: $id) { gap01 isInForce problem waves { period items { product { key name } } } } }';

/** The plan that the address names. */
const planIn = (page: Page): string => decodeURIComponent(new URL(page.url()).searchParams.get('plan') ?? '').replaceAll('"', '');

/** A budget, a team, fixed dates. */
export function planner(site: Site): void {
  it('comes with candidates, and leaves with answers counted, a plan that keeps a lock, is in force, and is taken along as files', async () => {
    const { program, browser } = site;
    const { page, faults, picture } = await browser.open(program.url);
    await settled(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Kandidaten' }).click();
    const rows = page.locator('.table-frame tbody tr:not([aria-hidden])');
    await rows.first().waitFor();
    const ranking = async () => (await page.locator('.table-frame tbody tr:not([aria-hidden]) td:nth-child(3)').allTextContents()).slice(0, 8).map((name) => name.trim());
    const { candidates } = await program.data('{ candidates(first: 8) { nodes { product { name } } } }');
    const names: string[] = candidates.nodes.map(({ product }: { product: { name: string } }) => product.name);
    expect(await ranking()).toEqual(names);

    await page.getByText('Gewichte', { exact: true }).click();
    const weight = page.locator('.weight input').first();
    await weight.fill('90');
    await page.getByText('mit Ihren Gewichten').waitFor();
    expect(await weight.getAttribute('aria-valuetext')).toMatch(/^90\s%/);
    await picture('flow-planner-1-weights');
    await page.getByRole('button', { name: 'Gewichte des Modells' }).click();
    expect(await ranking()).toEqual(names);
    for (const name of names.slice(0, 2)) await page.getByRole('checkbox', { name: `${name}: vergleichen`, exact: true }).check();
    await page.getByRole('heading', { name: `${names[0]} und ${names[1]} im Vergleich` }).waitFor();
    expect((await tableOf(page.getByRole('region', { name: `${names[0]} und ${names[1]} im Vergleich` }))).length).toBeGreaterThan(5);

    await page.getByRole('link', { name: 'Fragen', exact: true }).click();
    await page.locator('.ask-form').waitFor();
    const before = (await program.data('{ scoringRuns(first: 1) { nodes { id } } }')).scoringRuns.nodes[0].id;
    const choice = page.locator('.ask-form input[type=radio]').first();
    if ((await choice.count()) > 0) await choice.check();
    else await page.getByLabel(/^Antwort/).fill('3');
    await page.getByLabel('Beantwortet von').fill('Amt 16');
    await page.getByLabel('Beantwortet von').press('Enter');
    await page.getByText(/^Antwort zu .* gespeichert/).waitFor();
    await page.getByRole('button', { name: 'Neu bewerten' }).click();
    await page.getByText('Bei ').and(page.getByRole('status')).waitFor();
    const { scoringRuns, assessments } = await program.data('{ scoringRuns(first: 1) { nodes { id } } assessments(first: 10, filter: { newest: true }) { nodes { author } } }');
    expect(scoringRuns.nodes[0].id).not.toBe(before);
    expect(assessments.nodes.map(({ author }: { author: string }) => author)).toContain('Amt 16');
    await picture('flow-planner-2-answered');

    await page.getByRole('navigation').getByRole('link', { name: 'Wellen' }).click();
    const bar = page.locator('[data-bar]:not([data-sign])').first();
    await bar.scrollIntoViewIfNeeded();
    const key = (await bar.getAttribute('data-key'))!;
    const column = (await page.locator('th[data-period="3"]').boundingBox())!;
    const from = (await bar.boundingBox())!;
    await page.mouse.move(from.x + 8, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(column.x + 8, from.y + from.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.getByText('Eine Festlegung ist noch nicht geplant.').waitFor();
    const dragged = page.locator(`[data-bar][data-key="${key}"]`).first();
    const label = (await dragged.getAttribute('aria-label'))!;
    await dragged.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator(`[data-bar][data-key="${key}"]:not([aria-label="${label}"])`).first().waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.locator(`[data-bar][data-key="${key}"][aria-label="${label}"]`).first().waitFor();
    await picture('flow-planner-3-locked');

    await page.getByRole('button', { name: 'Neu planen' }).last().click();
    await page.getByLabel('Suchzeit in Sekunden').fill(SEARCH_SECONDS);
    await page.getByRole('dialog').getByRole('button', { name: 'Planung starten' }).click();
    const progress = page.getByRole('region', { name: 'Der Planer sucht' });
    await progress.getByText(/Der beste Plan bisher ist höchstens [\d,]+\s%/).waitFor();
    await picture('flow-planner-4-searching');
    await progress.getByRole('button', { name: 'Beenden und besten Plan behalten' }).click();
    await page.getByText('Der neue Plan ist da.').waitFor();
    const { plan } = await program.data(PLAN, { id: planIn(page) });
    const start = plan.problem.locked.find(({ item }: { item: string }) => item === key).period;
    expect(plan.waves.find(({ items }: any) => items.some(({ product }: any) => product.key === key)).period).toBe(start);
    await page.getByText(`höchstens ${(plan.gap01 * 100).toLocaleString('de-DE', { maximumFractionDigits: 2 })}`).first().waitFor();

    const left = page.getByRole('region', { name: 'In keiner Welle' }).getByRole('button').first();
    await left.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Warum in keiner Welle?' }).click();
    await page.getByRole('dialog').getByRole('region', { name: 'Warum in keiner Welle?' }).locator('li, p.kern-body').first().waitFor();
    await picture('flow-planner-5-why-not');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'In Kraft setzen' }).click();
    await page.getByRole('dialog').getByText(/Änderungen gegen den Plan in Kraft|Es ändert sich nichts/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'In Kraft setzen' }).click();
    await page.getByText('Der Plan ist in Kraft.').waitFor();
    expect((await program.data(PLAN, { id: planIn(page) })).plan.isInForce).toBe(true);

    const bars = await page.locator('.gantt-name').allTextContents();
    await page.getByLabel('Darstellung').selectOption({ label: 'Liste' });
    const list = page.getByRole('region', { name: 'Zeitplan: Umstellungen über die Zeit' });
    await list.locator('tbody td').first().waitFor();
    expect(await list.locator('tbody td:nth-child(2)').allTextContents()).toEqual(bars);

    await page.locator('.downloads summary').click();
    const csv = await downloaded(page, () => page.getByRole('link', { name: 'CSV' }).click());
    const planned = plan.waves.flatMap(({ items }: any) => items.map(({ product }: any) => product.name));
    const waves = rowsOfCsv(csv.content).filter(([wave]) => /^\d+$/.test(wave ?? '')).slice(0, plan.waves.length);
    expect(waves.flatMap(([, , , items]) => items!.split('; ')).toSorted()).toEqual(planned.toSorted());
    const calendar = await downloaded(page, () => page.locator('.downloads').getByRole('link', { name: /iCalendar/ }).click());
    expect(eventsOf(calendar.content).length).toBeGreaterThanOrEqual(plan.waves.length);
    expect(faults).toEqual([]);
  });

  it('asks what less money would do: a scenario beside the plan in force, and the curve of budgets', async () => {
    const { program, browser } = site;
    const { page, faults, picture } = await browser.open(`${program.url}/wellen`);
    await page.getByRole('link', { name: 'Varianten' }).click();
    await page.getByLabel('Budget in Prozent').fill('60');
    const name = await page.getByLabel('Name des Szenarios').inputValue();
    expect(name).toMatch(/Budget 60\s%$/);
    await page.getByRole('button', { name: 'Anlegen und planen' }).click();
    await page.getByRole('region', { name: 'Der Planer sucht' }).getByRole('button', { name: 'Beenden und besten Plan behalten' }).click();
    await page.getByRole('cell', { name }).waitFor();
    await picture('flow-planner-6-variants');

    await page.getByRole('button', { name: 'Kurve berechnen' }).click();
    await page.getByRole('region', { name: 'Die Kurve wird berechnet' }).waitFor();
    const curve = page.locator('figure', { hasText: 'Zielpunkte gegen Budget' });
    await curve.getByRole('button', { name: 'Als Tabelle' }).click();
    const shown = await tableOf(curve);
    const { jobs } = await program.data('{ jobs(first: 20) { nodes { kind summary } } }');
    const points = jobs.nodes.find(({ kind }: { kind: string }) => kind === 'frontier').summary.points as { budgetCents: number; value: number | null; costCents: number | null; efficient: boolean }[];
    expect(shown.map(([, budget, value, cost, worth]) => [budget, value, cost, worth])).toEqual(points.map(({ budgetCents, value, costCents, efficient }) => [euro(budgetCents, 'de'), value === null ? '–' : number(value, 'de'), costCents === null ? '–' : euro(costCents, 'de'), efficient ? 'ja' : value === null ? '–' : 'nein: weniger Budget bringt ebenso viel']));
    expect(points.length).toBeGreaterThan(3);
    await curve.getByRole('button', { name: 'Als Bild' }).click();
    await curve.locator('canvas').waitFor();
    await picture('flow-planner-7-frontier');
    expect(faults).toEqual([]);
  });
}
