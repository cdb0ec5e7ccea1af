// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { addCandidates } from '../support/many-candidates.js';
import { inBrowser, SMALL, tabTo, USUAL } from '../support/browser.js';

const NAME = 'standard: Budget 80\u00a0%';

describe('planning waves in a browser', () => {
  const locksOf = async (plan: string) => {
    const { problem, waves } = (await site.program.data('query ($id: ID!) { plan(id: $id) { problem waves { period items { product { key } } } } }', { id: plan })).plan;
    return { locked: problem.locked as { item: string; period: number | null }[], waves: waves as { period: number; items: { product: { key: string } }[] }[] };
  };
  const planIn = (url: string) => decodeURIComponent(new URL(url).searchParams.get('plan') ?? '').replaceAll('"', '');

  const site = inBrowser(async (program) => {
    await addCandidates(program.database, 60, 'umzug');
    await program.database.query('UPDATE product SET vendor_id = NULL'); // or those of one vendor move together
    await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
  });

  it('says what to do where there is no plan, and makes the first one', async () => {
    const { page, axeFindings } = await site.browser.open(`${site.program.url}/wellen`);
    await page.getByText('Es gibt noch keinen Plan').waitFor();
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: 'Planung starten' }).click();
    await page.getByRole('spinbutton', { name: 'Suchzeit in Sekunden' }).fill('3');
    await page.getByRole('dialog').getByRole('button', { name: 'Planung starten' }).click();
    await page.getByText('Wie gut ist dieser Plan?').waitFor();
    expect(await page.locator('[data-bar]').count()).toBeGreaterThan(0);
  });

  it('locks a migration by dragging it, plans again with it, and puts that in force after showing what changes', async () => {
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/wellen`);
    const bar = page.locator('[data-bar]').first();
    const key = (await bar.getAttribute('data-key'))!;
    const column = (await page.locator('th[data-period="2"]').boundingBox())!;
    await bar.scrollIntoViewIfNeeded();
    const from = (await bar.boundingBox())!;
    await page.mouse.move(from.x + 10, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(column.x + 10, from.y + from.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.getByText('Eine Festlegung ist noch nicht geplant.').waitFor();
    await page.reload();
    await page.getByText('Eine Festlegung ist noch nicht geplant.').waitFor();
    await picture('waves-locked');
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: 'Neu planen' }).last().click();
    await page.getByRole('spinbutton', { name: 'Suchzeit in Sekunden' }).fill('3');
    await page.getByRole('button', { name: 'Planung starten' }).click();
    await page.waitForURL(/plan=/);
    const { locked, waves } = await locksOf(planIn(page.url()));
    expect(locked).toEqual([{ item: key, period: 2 }]);
    expect(waves.find(({ items }) => items.some(({ product }) => product.key === key))!.period).toBe(2);

    await page.getByRole('button', { name: 'In Kraft setzen' }).click();
    await page.getByText('Noch ist kein Plan in Kraft; dieser wäre der erste.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'In Kraft setzen' }).click();
    await page.getByText('Der Plan ist in Kraft.').waitFor();
    await page.getByText('in Kraft', { exact: true }).first().waitFor();
    await picture('waves-in-force');
    expect(faults).toEqual([]);
  });

  it('does the same by the keyboard alone: from bar to bar, lock, release, details, why not', async () => {
    const { page, axeFindings } = await site.browser.open(`${site.program.url}/wellen`);
    await page.locator('[data-bar]').first().waitFor();
    await tabTo(page, /^umzug \d+:/);
    const first = await page.evaluate('document.activeElement.dataset.key');
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate('document.activeElement.dataset.key');
    expect(second).not.toBe(first);
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('Eine Festlegung ist noch nicht geplant.').waitFor();
    expect(await page.evaluate('document.activeElement.dataset.key')).toBe(second);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain('gewünscht, noch nicht geplant');
    await page.keyboard.press('Delete');
    await page.getByText('Eine Festlegung ist noch nicht geplant.').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Beginn festlegen').waitFor();
    expect(await axeFindings()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.dataset.key')).toBe(second);

    await page.getByRole('region', { name: 'In keiner Welle' }).getByRole('button').first().click();
    await dialog.getByRole('button', { name: 'Warum in keiner Welle?' }).click();
    await dialog.locator('li, p').filter({ hasText: /fehlen|Kein Beginn|wert/ }).first().waitFor();
  });

  it('shows the same migrations as a list, by wave and by team', async () => {
    const { page } = await site.browser.open(`${site.program.url}/wellen`);
    await page.locator('[data-bar]').first().waitFor();
    const bars = await page.locator('.gantt-name').allTextContents();
    await page.getByLabel('Darstellung').selectOption({ label: 'Liste' });
    await page.waitForURL(/view=list/);
    const list = page.getByRole('region', { name: 'Zeitplan: Umstellungen über die Zeit' });
    expect(await list.locator('tbody td:nth-child(2)').allTextContents()).toEqual(bars);
    await page.getByLabel('Geordnet nach').selectOption({ label: 'Team' });
    expect(await list.locator('tbody td:first-child').first().textContent()).toBe('IT');
  });

  it('reports that a migration runs, and what stands in its way', async () => {
    const { page, axeFindings } = await site.browser.open(`${site.program.url}/wellen/umsetzung`);
    const report = page.getByRole('button', { name: /^Stand melden: / }).first();
    await report.click();
    const name = (await page.getByRole('dialog').getByRole('heading').textContent())!.replace('Stand melden: ', '');
    await page.getByRole('dialog').getByLabel('Neuer Stand').selectOption({ label: 'Baustelle' });
    await page.getByRole('dialog').getByLabel('Was im Weg steht').fill('Das Paket ist nicht signiert');
    expect(await axeFindings()).toEqual([]);
    await page.getByRole('button', { name: 'Melden', exact: true }).click();
    await page.getByText(`${name}: Baustelle`).waitFor();
    await page.getByRole('row').filter({ hasText: name }).getByText('Das Paket ist nicht signiert').waitFor();
  });

  it('leaves locks to be seen and worked with while notices stand', async () => {
    const { page, picture } = await site.browser.open(`${site.program.url}/wellen/umsetzung`);
    for (let reports = 0; reports < 2; reports++) {
      await page.getByRole('button', { name: /^Stand melden: / }).last().click();
      await page.getByRole('button', { name: 'Melden', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.getByRole('link', { name: 'Zeitplan' }).click();
    await page.locator('[data-bar]:not([data-sign])').nth(1).press('Shift+ArrowRight');
    for (const viewport of [USUAL, SMALL]) {
      await page.setViewportSize(viewport);
      const [bar, notices] = [await page.locator('.lock-bar').boundingBox(), await page.locator('.toast').first().boundingBox()];
      expect(bar!.y).toBeGreaterThanOrEqual(0);
      expect(bar!.y + bar!.height).toBeLessThanOrEqual(notices!.y);
    }
    await picture('waves-notices');
    await page.getByRole('button', { name: 'Alle zurücksetzen' }).click();
    await page.locator('.lock-bar').waitFor({ state: 'detached' });
  });

  it('does not overwrite what somebody else has reported meanwhile: it says who and when, and shows it as it is today', async () => {
    const { page, axeFindings, picture } = await site.browser.open(`${site.program.url}/wellen/umsetzung`);
    const { migrations } = await site.program.data('{ migrations(first: 1, filter: { status: [PLANNED] }) { nodes { product { key name } revision } } }');
    const [{ product, revision }] = migrations.nodes;
    await page.getByRole('button', { name: `Stand melden: ${product.name}`, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Notiz').fill('mit dem Amt besprochen');
    await site.program.data('mutation ($input: SetMigrationStatusInput!) { setMigrationStatus(input: $input) { __typename } }', { input: { product: product.key, revision, status: 'BLOCKED', blockers: ['Der Personalrat berät noch'] } });
    await page.getByRole('button', { name: 'Melden', exact: true }).click();
    await dialog.getByText('In der Zwischenzeit geändert').waitFor();
    await dialog.getByText(/^local hat das am .* geändert\./).waitFor();
    expect(await dialog.getByLabel('Notiz').inputValue()).toBe('mit dem Amt besprochen');
    expect(await axeFindings()).toEqual([]);
    await picture('changed-meanwhile');
    await dialog.getByRole('button', { name: 'Heutigen Stand laden' }).click();
    await dialog.getByText('In der Zwischenzeit geändert').waitFor({ state: 'detached' });
    await dialog.getByText('Bisher gemeldet').click();
    await dialog.getByText(/Baustelle – Der Personalrat berät noch/).waitFor();
    await page.getByRole('button', { name: 'Melden', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await site.program.data('query ($key: String!) { migrations(first: 1, filter: { product: $key }) { nodes { revision history { status } } } }', { key: product.key });
    expect(after.migrations.nodes[0]).toMatchObject({ revision: revision + 2, history: [{ status: 'PLANNED' }, { status: 'BLOCKED' }, expect.anything()] });
  });

  it('plans a what-if with a fifth less money and lays it beside the plan in force', async () => {
    const { page, axeFindings, picture } = await site.browser.open(`${site.program.url}/wellen/varianten`);
    await page.getByLabel('Name des Szenarios').waitFor();
    expect(await page.getByLabel('Name des Szenarios').inputValue()).toBe(NAME);
    await page.getByRole('button', { name: 'Anlegen und planen' }).click();
    await page.getByRole('cell', { name: NAME }).waitFor();
    await picture('waves-variants');
    expect(await axeFindings()).toEqual([]);
  });
});
