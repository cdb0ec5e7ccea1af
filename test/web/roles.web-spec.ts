// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { permissionsOf, ROLES } from '../../apps/api/src/access/index.js';
import type { Permission } from '../../apps/api/src/platform/permissions/permission.js';
import { addCandidates } from '../support/many-candidates.js';
import { inBrowser } from '../support/browser.js';
import { runProgramWithProvider, signInAtProvider } from '../support/program-with-provider.js';

/** What can be begun where, by the name of its button, and what the server asks for it. */
const ACTIONS: readonly (readonly [address: string, button: string | RegExp, needs: Permission])[] = [
  ['/inventar', 'Neues Produkt', 'catalogue:write'],
  ['/inventar/acdsee', 'Bearbeiten', 'catalogue:write'],
  ['/inventar/acdsee', 'Alternative vorschlagen', 'catalogue:write'],
  ['/inventar/acdsee', /^Verwerfen:/, 'catalogue:write'],
  ['/aemter', 'Neue Einheit', 'inventory:write'],
  ['/import', 'Datei auswählen', 'inventory:write'],
  ['/import', /^Zurücknehmen:/, 'inventory:write'],
  ['/zuordnung', 'Keine Software', 'matching:decide'],
  ['/lizenzpruefung', 'Datei auswählen', 'files:write'],
  ['/kandidaten/fragen', 'Speichern und weiter', 'scoring:write'],
  ['/kandidaten/fragen', 'Fragebogen wählen', 'scoring:write'],
  ['/kandidaten/fragen', 'Neu bewerten', 'scoring:run'],
  ['/wellen', 'Neu planen', 'planning:write'],
  ['/wellen', 'In Kraft setzen', 'planning:approve'],
  ['/wellen/varianten', 'Anlegen und planen', 'planning:write'],
  ['/wellen/varianten', 'Kurve berechnen', 'planning:write'],
  ['/wellen/umsetzung', /^Stand melden:/, 'planning:steer'],
];

describe('what people of each role are offered', () => {
  const site = inBrowser(
    async (program) => {
      await program.importFile('inventar.csv', 'Name;Rechner\nXyzzy Werkbank 3;PC-1\nLibreOffice 7.5;PC-1\n', { source: 'clients' });
      await addCandidates(program.database, 12, 'umzug');
      await program.runJob('mutation { startScoringRun(input: { samples: 10 }) { ... on StartScoringRunSuccess { job { id } } } }');
      const plan = () => program.runJob('mutation { startPlanning(input: { timeLimitSeconds: 2 }) { ... on StartPlanningSuccess { job { id } } } }');
      const { resultId } = await plan();
      await program.data('mutation ($plan: ID!) { putPlanInForce(input: { plan: $plan }) { ... on PutPlanInForceSuccess { plan { id } } } }', { plan: resultId });
      draft = (await plan()).resultId!;
    },
    runProgramWithProvider,
  );
  let draft = '';

  it.each(ROLES)('%s: what the role may do, and nothing else', async (role) => {
    const held = permissionsOf([role]);
    const { page, faults, axeFindings, picture } = await site.browser.open(`${site.program.url}/sign-in?to=/hilfe`, { isStranger: true });
    await signInAtProvider(page, role);
    await page.getByText(`Mit Rolle ${role}`).waitFor();
    faults.length = 0; // those of the provider's own pages
    const offered: [string, string, boolean][] = [];
    for (const address of new Set(ACTIONS.map(([path]) => path))) {
      await page.goto(`${site.program.url}${address}${address === '/wellen' ? `?plan=${draft}` : ''}`);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      for (const [, button] of ACTIONS.filter(([path]) => path === address)) offered.push([address, String(button), (await page.getByRole('button', { name: button, ...(typeof button === 'string' ? { exact: true } : {}) }).count()) > 0]);
      if (role === 'reader') expect({ address, findings: await axeFindings() }).toEqual({ address, findings: [] });
    }
    expect(offered).toEqual(ACTIONS.map(([address, button, needs]) => [address, String(button), held.has(needs)]));
    await picture(`role-${role}`);
    expect(faults).toEqual([]);
  });

  it('who may not is told who may', async () => {
    const { page } = await site.browser.open(`${site.program.url}/sign-in?to=/wellen`, { isStranger: true });
    await signInAtProvider(page, 'procurement');
    await page.getByText('Neu planen: Das darf, wer eine dieser Rollen hat: Planung und Betreuung.').waitFor();
    await page.goto(`${site.program.url}/import`);
    await page.getByText(/Das darf, wer eine dieser Rollen hat: Katalogpflege und Betreuung/).waitFor();
  });

  it('whose rights hold for single departments is not offered what concerns all of them', async () => {
    const { page } = await site.browser.open(`${site.program.url}/sign-in?to=/hilfe`, { isStranger: true });
    await signInAtProvider(page, 'editor');
    await page.getByText('Mit Rolle editor').waitFor();
    await site.program.database.query("UPDATE person SET departments = '{}' WHERE display_name = 'Mit Rolle editor'");
    await page.goto(`${site.program.url}/import`);
    await page.getByText(/Das betrifft die ganze Verwaltung; Ihre Rechte gelten für einzelne Organisationseinheiten/).first().waitFor();
    expect(await page.getByRole('button', { name: 'Datei auswählen' }).count()).toBe(0);
    await page.goto(`${site.program.url}/zuordnung`);
    await page.getByRole('button', { name: 'Keine Software', exact: true }).waitFor();
  });
});
