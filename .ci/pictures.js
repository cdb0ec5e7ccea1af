// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

/** `npm run pictures`: starts the built program on the invented city and takes the pictures of the README, as WebP. */
const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'docs/pictures');
const PROGRAM = join(ROOT, 'dist/apps/api/src/main.js');
const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
const SIZE = { width: 1280, height: 800 };
/** Name of the picture, address, look. */
const PICTURES = [
  ['fahrtziel', '/', 'light'],
  ['inventar', '/inventar', 'light'],
  ['produkt', '/inventar/microsoft-sql-server', 'light'],
  ['kandidaten', '/kandidaten', 'light'],
  ['wellen', '/wellen', 'light'],
  ['rat', '/rat', 'dark'],
];

async function start(folder) {
  const environment = { ...process.env, FAHRPLAN_PARENT: 'pipe', FAHRPLAN_DEMO: 'city', FAHRPLAN_DATA: folder, PORT: '0', HOST: '127.0.0.1' };
  delete environment.DATABASE_URL;
  const child = spawn(process.execPath, [PROGRAM], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line);
    if (told.event === 'ready') return { url: told.url, token: told.token, child };
    if (told.event === 'failed') throw new Error(JSON.stringify(told.problems));
  }
  throw new Error('the program did not start');
}

const folder = await mkdtemp(join(tmpdir(), 'fahrplan-pictures-'));
const { url, token, child } = await start(folder);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  await mkdir(TARGET, { recursive: true });
  for (const [name, address, colorScheme] of PICTURES) {
    const context = await browser.newContext({ locale: 'de-DE', colorScheme, viewport: SIZE, reducedMotion: 'reduce', extraHTTPHeaders: { authorization: `Bearer ${token}` } });
    const page = await context.newPage();
    await page.goto(url + address);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 75 });
    await writeFile(join(TARGET, `${name}.webp`), Buffer.from(data, 'base64'));
    await context.close();
  }
} finally {
  await browser.close();
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}
