// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runningPrograms, runProgram, type RunningProgram } from './running-program.js';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

export { tabTo } from './keyboard.js';

const ROOT = join(import.meta.dirname, '../..');
/** Pictures of what the tests saw; never committed. */
const ARTEFACTS = join(ROOT, 'artefacts');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CHROMIUMS = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** WCAG 2.2 A and AA, as BITV 2.0 and EN 301 549 ask for, and what axe holds to be good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The width that a page has at a zoom of 400 % on a screen of 1280 pixels. */
export const SMALL = { width: 320, height: 640 };
export const USUAL = { width: 1280, height: 900 };

/** By how many pixels the page is wider than the window; runs in the page. */
export const OVERFLOW = 'Math.max(0, document.documentElement.scrollWidth - innerWidth)';

/** Parts of the page that show numbers without a way to the principle they serve; runs in the page. Where the principles themselves stand, the numbers are theirs; an empty part only gives examples. */
export const NUMBERS_WITHOUT_PRINCIPLE = `[...document.querySelectorAll('main .page-section')]
  .filter((part) => /\\d/.test(part.innerText) && !part.querySelector('a.principle, dt[id], .state'))
  .map((part) => part.querySelector('h2').textContent)`;

/** What is only there to act by, and still stands on the sheet when the page goes to paper. */
export async function actedByOnPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  const found = await page.evaluate<string[]>(`[...document.querySelectorAll('main :is(.kern-btn, .table-sort, input, select, textarea, .tabs)')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))`);
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
  await page.emulateMedia({ media: null });
  return found;
}

/** A plan is searched for twenty seconds, and machines may be busy. */
const LONGEST_WAIT_MS = 100_000;

/** The page may have to be built first. */
const LONGEST_START_MS = 180_000;

/** A page in a real browser, which notes what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of the console, exceptions, and what the page's policy forbade, so far. */
  readonly faults: string[];
  /** What axe finds: rule, place, and what is wrong there. */
  axeFindings(): Promise<string[]>;
  picture(name: string): Promise<void>;
  /** Sheets of the PDF that the browser makes of the page; kept beside the pictures. */
  sheets(name: string): Promise<number>;
}

/** How a page is opened; `isStranger`: by somebody who has not signed in. */
export type Look = Pick<BrowserContextOptions, 'locale' | 'colorScheme' | 'viewport' | 'reducedMotion' | 'forcedColors'> & { readonly isStranger?: boolean };

export interface OpenBrowser {
  open(url: string, look?: Look): Promise<OpenPage>;
  close(): Promise<void>;
}

/** Sees to it that the page is built from the sources as they are. */
function buildPage(): void {
  execFileSync(process.execPath, [join(ROOT, 'apps/web/schema-types.js')]);
  execFileSync(process.execPath, [join(ROOT, 'apps/web/build.js')]);
}

/** Starts the browser; whatever it opens, it is signed in there as the person at this machine. */
async function openBrowser(): Promise<OpenBrowser> {
  const executablePath = CHROMIUMS.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error('no Chromium: install it (apt-get install chromium), or name it in CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  return { open: (url, look) => openPage(browser, url, look), close: () => browser.close() };
}

/** A program and a browser beside it. */
export interface Site {
  readonly program: RunningProgram;
  readonly browser: OpenBrowser;
}

/** The program on an empty database and a browser beside it, for all tests of a suite; `prepare` fills it before the first, `start` starts another one than usual. */
export function inBrowser(prepare: (program: RunningProgram) => Promise<unknown> = async () => undefined, start: () => Promise<RunningProgram> = runProgram): Site {
  const open: { program?: RunningProgram; browser?: OpenBrowser } = {};
  beforeAll(async () => {
    buildPage(); // before a program reads what documents it sends
    [open.program, open.browser] = await Promise.all([start(), openBrowser()]);
    await prepare(open.program);
  }, LONGEST_START_MS);
  afterAll(async () => {
    await open.browser?.close();
    await open.program?.close();
  });
  return {
    get program() {
      return open.program!;
    },
    get browser() {
      return open.browser!;
    },
  };
}

async function openPage(browser: Browser, url: string, { isStranger = false, ...look }: Look = {}): Promise<OpenPage> {
  const context: BrowserContext = await browser.newContext({ locale: 'de-DE', viewport: USUAL, reducedMotion: 'reduce', ...look });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const page = await context.newPage();
  const program = runningPrograms.get(new URL(url).origin);
  const link = isStranger ? null : await program?.signInUrl();
  if (link) await page.goto(link);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url);
  return { page, faults, axeFindings: () => axeFindings(page), picture: (name) => picture(page, name), sheets: (name) => sheets(page, name) };
}

async function axeFindings(page: Page): Promise<string[]> {
  // by the debugger, which the page's policy does not bind
  await page.evaluate(`if (!globalThis.axe) { ${AXE} }`);
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> } };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: rules } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`));
  }, RULES);
}

async function picture(page: Page, name: string): Promise<void> {
  await mkdir(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: true });
}

async function sheets(page: Page, name: string): Promise<number> {
  await mkdir(ARTEFACTS, { recursive: true });
  const pdf = await page.pdf({ path: join(ARTEFACTS, `${name}.pdf`), preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)!.length;
}

/** Waits until a screen is drawn and nothing of it is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.kern-loader, [aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** Shows the page in the other light, and waits until it has followed. */
export async function inLight(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-kern-theme="${colorScheme}"]`).waitFor();
}
