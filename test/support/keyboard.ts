// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/** What is wrong with how the focus shows where it stands now; runs in the page. */
export const FOCUS_FAULT = `(async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))); // it may have to scroll there
  const element = document.activeElement;
  if (!element || element === document.body || element.id === 'main') return null; // nothing is operated where a link has led to
  const name = element.tagName + ' ' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
  const marked = element.matches('.kern-form-check__checkbox, .kern-form-check__radio') ? [element, element.parentElement] : [element, element.closest('.kern-form-input__select-wrapper') ?? element];
  const isMarked = marked.some((one) => ['', '::before', '::after'].some((part) => {
    const style = getComputedStyle(one, part || null);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  }));
  if (!isMarked) return 'focus not to be seen: ' + name;
  const box = element.getBoundingClientRect();
  const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right), top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
  if (right <= left || bottom <= top) return 'focus out of sight: ' + name;
  const isSeen = [0.5, 0.1, 0.9].some((x) => [0.5, 0.1, 0.9].some((y) => {
    const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
    return hit !== null && (element.contains(hit) || hit.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(hit)));
  }));
  return isSeen ? null : 'focus hidden: ' + name;
})()`;

/** The name of what has the focus; runs in the page. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '').trim();
})()`;

/** Tabs on until the focus stands on an element whose name is this; fails after so many steps. Whole flows go by it, without a mouse. */
export async function tabTo(page: Page, name: string | RegExp, mostSteps = 80, key: 'Tab' | 'Shift+Tab' = 'Tab', atStop: () => Promise<unknown> = async () => undefined): Promise<void> {
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  const passed: string[] = [];
  for (let step = 0; step < mostSteps; step++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate<string>(FOCUSED);
    await atStop();
    if (fits(focused)) return;
    passed.push(focused);
  }
  throw new Error(`no ${String(name)} within ${mostSteps} steps of the keyboard; passed: ${passed.join(' | ')}`);
}

/** Somebody who has a keyboard and nothing else; at each stop it is noted whether the focus can be seen. */
export class Keyboard {
  /** What was wrong with the focus where it stood. */
  readonly faults: string[] = [];

  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The name of what has the focus; empty where nothing has. */
  focused(): Promise<string> {
    return this.page.evaluate<string>(FOCUSED);
  }

  to(name: string | RegExp, mostSteps = 80): Promise<void> {
    return tabTo(this.page, name, mostSteps, 'Tab', () => this.note());
  }

  backTo(name: string | RegExp, mostSteps = 80): Promise<void> {
    return tabTo(this.page, name, mostSteps, 'Shift+Tab', () => this.note());
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.note();
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes through a whole screen and out at its end; a trap never lets out. */
  async through(mostSteps = 400): Promise<void> {
    for (let step = 0; step < mostSteps; step++) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate<boolean>('document.activeElement === document.body')) return;
      await this.note();
    }
    throw new Error(`no way out within ${mostSteps} steps; at ${await this.focused()}`);
  }

  private async note(): Promise<void> {
    const fault = await this.page.evaluate<string | null>(FOCUS_FAULT);
    if (fault) this.faults.push(fault);
  }
}
