// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { settled, type Site } from '../../support/browser.js';
import { Keyboard } from '../../support/keyboard.js';
import { downloaded, eventsOf } from '../../support/opened-file.js';

const LIST = 'Apache-2.0\nSSPL-1.0\n';
const FILE = 'Name;Hersteller;Version;Rechner\nTastenverwaltung Omega 7;Amt Software GmbH;7;FLOW-PC-7\nTastenverwaltung Omega 8;Amt Software GmbH;8;FLOW-PC-8\n';

/** Chooses a file where the keyboard has opened the system's own window for it. */
async function choose(page: Page, keyboard: Keyboard, name: string, content: string): Promise<void> {
  await keyboard.to('Datei auswählen');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

/** The ways of people who have no mouse: only keys, and at each stop the focus can be seen. */
export function byKeyboard(site: Site): void {
  async function begin(section: string) {
    const { page, faults, picture } = await site.browser.open(site.program.url);
    page.on('filechooser', () => undefined); // from the start, for else the system's own window may be quicker
    const keyboard = new Keyboard(page);
    await settled(page);
    await keyboard.to('Zum Inhalt springen', 1);
    await keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await keyboard.backTo(section);
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Fahrtziel' }).waitFor();
    await settled(page);
    await page.locator('#main:focus').waitFor(); // where the keyboard stands on a new screen
    return { page, keyboard, picture, expectNoFaults: () => expect([faults, keyboard.faults]).toEqual([[], []]) };
  }

  it('procurement checks an expression and a list, and takes the last days for notice along', async () => {
    const { page, keyboard, picture, expectNoFaults } = await begin('Lizenzprüfung');
    await keyboard.to('Lizenz: Name, Ausdruck oder ganzer Text');
    await keyboard.type('GPL v2 or later');
    await keyboard.to('Verwendung');
    await keyboard.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await keyboard.to('Prüfen');
    await keyboard.press('Enter');
    await page.locator('strong', { hasText: /^GPL-2.0-or-later$/ }).waitFor();
    await page.locator('dl.facts').getByText('Weitergabe an Dritte').waitFor();
    await picture('flow-keyboard-1-licence');
    await choose(page, keyboard, 'lizenzen.txt', LIST);
    await page.getByRole('row', { name: /SSPL/ }).waitFor();
    expect(await keyboard.focused()).toBe('Datei auswählen');
    await keyboard.through();
    await keyboard.to('Fahrtziel');
    await keyboard.press('Enter');
    await keyboard.to(/Verträge sind in den nächsten 180 Tagen zu kündigen/);
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Verträge' }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    await keyboard.to('Termine als Kalender');
    const { content } = await downloaded(page, () => keyboard.press('Enter'));
    expect(eventsOf(content).length).toBeGreaterThan(10);
    await keyboard.backTo('Platzbilanz');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Platzbilanz' }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    await keyboard.to('Stand');
    await keyboard.press('ArrowDown');
    await page.waitForURL(/status=UNDER/);
    expectNoFaults();
  });

  it('an editor imports a list, makes a product of its names, and takes both back', async () => {
    const { page, keyboard, expectNoFaults } = await begin('Import');
    await choose(page, keyboard, 'tasten.csv', FILE);
    await keyboard.to('Quelle');
    await keyboard.type('Tasten');
    await keyboard.to('Vorschau mit diesen Angaben');
    await keyboard.press('Enter');
    await page.locator('.tile', { hasText: 'kommt hinzu' }).locator('.tile-value', { hasText: '2' }).waitFor();
    await keyboard.to('Übernehmen');
    await keyboard.press('Enter');
    await page.getByText('tasten.csv ist eingelesen').waitFor();
    await keyboard.to(/warten auf eine Zuordnung|wartet auf eine Zuordnung/);
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Zuordnung' }).waitFor();
    await keyboard.to('Teil des Namens');
    await keyboard.type('Tastenverwaltung');
    await page.getByRole('heading', { level: 2, name: /Tastenverwaltung/ }).waitFor();
    await keyboard.to('Tastenkürzel verwenden');
    await keyboard.press('n');
    await page.getByLabel('Name ohne Hersteller und Version').waitFor();
    expect(await keyboard.focused()).toBe('Name ohne Hersteller und Version');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('Tastenverwaltung');
    await keyboard.to('Art');
    await keyboard.press('ArrowDown', 'ArrowDown');
    await keyboard.to('Anlegen und zuordnen');
    await keyboard.press('Enter');
    await page.getByText('Kein Name passt').waitFor();
    expect((await site.program.data('{ product(name: "Tastenverwaltung") { titleCount } }')).product).toEqual({ titleCount: 2 });
    await keyboard.press('u');
    await page.getByText('Die Antwort ist zurückgenommen.').waitFor();
    await keyboard.backTo('Import', 200);
    await keyboard.press('Enter');
    const undo = /^Zurücknehmen: tasten\.csv/;
    await page.getByRole('button', { name: undo }).waitFor();
    await keyboard.to(undo);
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await keyboard.focused()).toMatch(undo);
    await keyboard.press('Enter');
    await keyboard.to('Zurücknehmen');
    await keyboard.press('Enter');
    await page.getByText('Der Import ist zurückgenommen.').waitFor();
    expect((await site.program.data('{ imports(first: 1) { nodes { fileName undoneAt } } }')).imports.nodes).toEqual([{ fileName: 'tasten.csv', undoneAt: expect.any(String) }]);
    expectNoFaults();
  });

  it('a planner weighs, compares, locks, plans again, and puts the plan in force', async () => {
    const { page, keyboard, picture, expectNoFaults } = await begin('Kandidaten');
    await page.locator('.table-frame tbody tr').first().waitFor();
    await keyboard.to('Gewichte');
    await keyboard.press('Enter');
    const criterion = (await page.locator('.weight label').first().textContent())!;
    await keyboard.to(criterion);
    await keyboard.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await page.getByText('mit Ihren Gewichten').waitFor();
    await keyboard.to('Gewichte des Modells');
    await keyboard.press('Enter');
    for (const index of [0, 1]) {
      await keyboard.to(/: vergleichen$/);
      await keyboard.press('Space');
      expect([index, await page.locator('input[type=checkbox]:checked').count()]).toEqual([index, index + 1]);
    }
    await page.getByRole('heading', { name: / im Vergleich$/ }).waitFor();
    await keyboard.backTo('Wellen');
    await keyboard.press('Enter');
    await page.locator('[data-bar]').first().waitFor();
    await keyboard.to(/, zu [^,]+$/);
    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowDown'); // past the first wave, than which nothing is earlier
    const bar = await page.evaluate<string>('document.activeElement.dataset.key');
    await keyboard.press('Shift+ArrowRight');
    await page.getByText('Eine Festlegung ist noch nicht geplant.').waitFor();
    await keyboard.press('Enter');
    await keyboard.to('Warum nicht früher?');
    await keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('region', { name: 'Warum nicht früher?' }).locator('li, p.kern-body').first().waitFor();
    await keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.dataset.key')).toBe(bar);
    await keyboard.to('Neu planen');
    await keyboard.press('Enter');
    await keyboard.to('Suchzeit in Sekunden');
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('60');
    await keyboard.to('Planung starten');
    await keyboard.press('Enter');
    const stop = page.getByRole('button', { name: 'Beenden und besten Plan behalten' });
    await stop.waitFor();
    await keyboard.backTo('Beenden und besten Plan behalten', 120);
    await keyboard.press('Enter');
    await page.getByText('Der neue Plan ist da.').waitFor();
    await page.getByRole('button', { name: 'In Kraft setzen' }).waitFor();
    await keyboard.to('In Kraft setzen', 120);
    await keyboard.press('Enter');
    await page.getByRole('dialog').getByText(/Änderungen gegen den Plan in Kraft|Es ändert sich nichts/).waitFor();
    await keyboard.to('In Kraft setzen');
    await keyboard.press('Enter');
    await page.getByText('Der Plan ist in Kraft.').waitFor();
    await picture('flow-keyboard-2-in-force');
    const [{ problem }] = (await site.program.data('{ plans(first: 1, filter: { isInForce: true }) { nodes { problem } } }')).plans.nodes;
    expect(problem.locked.map(({ item }: { item: string }) => item)).toContain(bar);
    expectNoFaults();
  });
}
