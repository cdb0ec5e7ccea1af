// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

/** Drops a file onto the place of the page that takes files, as the mouse does. */
export async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const file = await page.evaluateHandle(`(() => {
    const carried = new DataTransfer();
    carried.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}));
    return carried;
  })()`);
  const place = page.locator('.file-drop');
  await place.dispatchEvent('dragover', { dataTransfer: file });
  await place.and(page.locator('[data-over]')).waitFor(); // it shows that it takes it
  await place.dispatchEvent('drop', { dataTransfer: file });
  await file.dispose();
}
