// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { groupBy } from '#kernel';
import { ProgramProcess } from '../../support/program-process.js';
import { fillLargeInventory, INSTALLATIONS, PRODUCTS } from './large-inventory.js';

/**
 * `npm run measure:page -- [--rounds N]`: how the page behaves with 5,000 products and 1,000,000 installations, in the browser. The database is kept in `.bench/page`; the figures of the guide come from here.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) {
  console.error('--rounds takes a whole number from 1 to 100.');
  process.exit(2);
}

const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path));
/** Screens, each with what has to stand there before somebody can begin. */
const SCREENS: readonly (readonly [address: string, ready: string])[] = [
  ['/', '.tile-value'],
  ['/inventar', 'tbody tr a'],
  ['/inventar/rohnamen', 'tbody tr'],
  ['/inventar/microsoft-office', '.facts'],
  ['/inventar/fachanwendung-1', '.facts'],
  ['/kandidaten', 'tbody tr a'],
  ['/wellen', '[data-bar]'],
  ['/wellen/umsetzung', 'tbody tr'],
  ['/zuordnung', '.queue-family'],
  ['/import', 'tbody tr'],
  ['/lizenzpruefung', 'textarea'],
  ['/berichte', 'a[download]'],
  ['/rat', '.easy'],
];

interface Taken {
  readonly what: string;
  readonly ms: number;
}

const dataFolder = join(process.cwd(), '.bench/page');
await mkdir(dataFolder, { recursive: true });
await fillLargeInventory(dataFolder, (line) => console.error(line));
const program = await ProgramProcess.start(dataFolder);
const browser = await chromium.launch({ ...(CHROMIUM ? { executablePath: CHROMIUM } : {}), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
try {
  const taken: Taken[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [address, ready] of SCREENS) taken.push(...(await openScreen(browser, address, ready)));
    taken.push(...(await workInInventory(browser)));
    taken.push(...(await weigh(browser)));
    console.error(`round ${round + 1} of ${rounds}`);
  }
  const figures = [...groupBy(taken, ({ what }) => what)].map(([what, all]) => ({ what, ...spread(all.map(({ ms }) => ms)) }));
  console.table(figures);
  const scriptBytes = await scriptOfFirstPage(browser);
  console.log(`script of the first page, gzip: ${(scriptBytes / 1000).toFixed(1)} kB`);
  await writeFile(join(dataFolder, 'figures.json'), `${JSON.stringify({ products: PRODUCTS, installations: INSTALLATIONS, rounds, cpus: cpus().length, scriptBytes, figures }, null, 2)}\n`);
} finally {
  await browser.close();
  await program.stop();
}

function spread(all: readonly number[]): { readonly median: number; readonly least: number; readonly most: number } {
  const sorted = all.toSorted((one, other) => one - other);
  return { median: Math.round(sorted[sorted.length >> 1]!), least: Math.round(sorted[0]!), most: Math.round(sorted.at(-1)!) };
}

/** A browser that was never here, signed in; the policy of the page would not let it be watched. */
async function newReader(opened: Browser): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await opened.newContext({ bypassCSP: true, locale: 'de-DE', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const link = await fetch(`${program.url}/sign-in/links`, { method: 'POST', headers: { authorization: `Bearer ${program.token}` } });
  const { path } = (await link.json()) as { path: string };
  await context.request.get(program.url + path, { maxRedirects: 0 });
  const page = await context.newPage();
  await page.addInitScript(`globalThis.longTasks = []; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration); }).observe({ type: 'longtask', buffered: true });
    globalThis.inputs = []; new PerformanceObserver((list) => { for (const { name, duration } of list.getEntries()) if (/^(key|input|click|pointer|change)/.test(name)) globalThis.inputs.push(duration); }).observe({ type: 'event', durationThreshold: 16, buffered: true });`);
  return { context, page };
}

/** Waits for something in sight, looked for at every frame: the driver's own waiting looks every half a second after a while. */
async function seen(page: Page, selector: string, text = ''): Promise<void> {
  await page.waitForFunction(`[...document.querySelectorAll(${JSON.stringify(selector)})].some((one) => one.checkVisibility() && one.textContent.includes(${JSON.stringify(text)}))`);
}

/** With nothing kept from before: until what the screen is for stands there, and how long the browser could not answer meanwhile. */
async function openScreen(opened: Browser, address: string, ready: string): Promise<Taken[]> {
  const { context, page } = await newReader(opened);
  const started = performance.now();
  await page.goto(program.url + address, { waitUntil: 'commit' });
  await seen(page, ready);
  const ms = performance.now() - started;
  await page.waitForLoadState('networkidle');
  const blocked = await page.evaluate<number>('globalThis.longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0)');
  await context.close();
  return [
    { what: `${address}: ready`, ms },
    { what: `${address}: blocked`, ms: blocked },
  ];
}

/** Bytes of all scripts that the first page fetches, as gzip makes them. */
async function scriptOfFirstPage(opened: Browser): Promise<number> {
  const { context, page } = await newReader(opened);
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await page.goto(program.url);
  await page.locator('.tile-value').first().waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  const sizes = [...scripts].map(async (path) => {
    const file = join(process.cwd(), 'dist/apps/web', path);
    return (await stat(`${file}.gz`).catch(() => stat(file))).size;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function timed(what: string, act: () => Promise<unknown>, done: () => Promise<unknown>): Promise<Taken> {
  const started = performance.now();
  await act();
  await done();
  return { what, ms: performance.now() - started };
}

/** Searching as one types, narrowing down, ordering, scrolling, opening a product. */
async function workInInventory(opened: Browser): Promise<Taken[]> {
  const { context, page } = await newReader(opened);
  await page.goto(`${program.url}/inventar`);
  const rows = 'tbody tr:not([aria-hidden]) a';
  const firstRow = page.locator(rows).first();
  await firstRow.waitFor();
  const taken: Taken[] = [];
  const idle = () => seen(page, '.table-frame[aria-busy="false"]');

  const before = await page.locator('p[role=status]').first().textContent();
  const box = page.getByRole('searchbox');
  await box.pressSequentially('fachanwendung 31', { delay: 60 });
  taken.push(await timed('search: last key to hits', () => box.press('7'), () => seen(page, rows, 'fachanwendung 317')));
  taken.push({ what: 'search: slowest key to paint', ms: await slowestInput(page) });
  await box.fill('');
  await page.waitForFunction(`document.querySelector('p[role=status]').textContent === ${JSON.stringify(before)}`);
  await idle();
  taken.push(await timed('filter: chosen to rows', () => page.getByRole('combobox', { name: 'Lizenz' }).selectOption('ALLOWED'), async () => {
    await page.waitForFunction(`document.querySelector('p[role=status]').textContent !== ${JSON.stringify(before)}`);
    await idle();
  }));
  await page.getByRole('combobox', { name: 'Lizenz' }).selectOption('');
  await page.waitForFunction(`document.querySelector('p[role=status]').textContent === ${JSON.stringify(before)}`);
  await idle();
  const first = await firstRow.textContent();
  taken.push(await timed('sort: click to rows', () => page.getByRole('button', { name: 'Produkt', exact: true }).click(), async () => {
    await page.waitForFunction(`document.querySelector('tbody tr:not([aria-hidden]) a').textContent !== ${JSON.stringify(first)}`);
    await idle();
  }));

  await page.evaluate('globalThis.longTasks.length = 0');
  taken.push({ what: 'scroll: slowest frame', ms: await slowestFrame(page) });
  const loaded = await page.locator('.table-count').textContent();
  taken.push(await timed('scroll: a leap of 1,000 rows until they are there', () => page.evaluate("document.querySelector('.table-scroll').scrollTo(0, document.querySelector('.table-scroll').scrollHeight)"), async () => {
    await page.waitForFunction(`document.querySelector('.table-count').textContent !== ${JSON.stringify(loaded)} && !document.querySelector('.table-waiting')`);
  }));
  await page.goto(`${program.url}/inventar`);
  await firstRow.waitFor();
  taken.push(await timed('product: click to page', () => firstRow.click(), () => seen(page, '.facts')));
  taken.push(await timed('product: back to the list', () => page.goBack(), () => seen(page, rows)));
  await context.close();
  return taken;
}

/** Moving a weight, which ranks all candidates anew in the browser. */
async function weigh(opened: Browser): Promise<Taken[]> {
  const { context, page } = await newReader(opened);
  await page.goto(`${program.url}/kandidaten`);
  await page.locator('tbody tr a').first().waitFor();
  await page.evaluate('globalThis.inputs.length = 0');
  await page.getByText('Gewichte').first().click();
  const slider = page.locator('input[type=range]').first();
  await slider.focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
  const ms = await slowestInput(page);
  await context.close();
  return [{ what: 'weights: slowest key to paint', ms }];
}

/** From an input to the frame that shows it, as the browser counts; 16 where all were faster. */
async function slowestInput(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate<number>('Math.max(16, ...globalThis.inputs)');
}

/** Turns the wheel through the list for two seconds. */
async function slowestFrame(page: Page): Promise<number> {
  const box = (await page.locator('.table-scroll').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const frames = page.evaluate<number>(`new Promise((resolve) => { let [last, slowest] = [performance.now(), 0]; const until = last + 2000;
    const step = (now) => { slowest = Math.max(slowest, now - last); last = now; if (now < until) requestAnimationFrame(step); else resolve(slowest); }; requestAnimationFrame(step); })`);
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, 800);
    await page.waitForTimeout(40);
  }
  return frames;
}
