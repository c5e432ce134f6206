import type { Page } from 'playwright';

export async function choose(page: Page, label: string, names: string[]): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  await field.click();
  for (const name of names) {
    await field.fill(name);
    await page.locator('.ant-select-item-option', { hasText: name }).click();
  }
  await page.keyboard.press('Escape');
}

/** Finds people by the initials of their names. */
export async function type(page: Page, label: string, initials: string[]): Promise<void> {
  await tabTo(page, label);
  for (const typed of initials) {
    await page.keyboard.type(typed);
    await page.locator('.ant-select-item-option-active').waitFor();
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
}

/** Presses Tab until the control of that name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent;
      return label?.replace('*', '').trim() ?? '';
    });
    if (found === name) return;
  }
  throw new Error(`no way to ${name} by Tab`);
}

/** Pictures for looking at, only where a folder is named. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/development-${name}.png` });
}
