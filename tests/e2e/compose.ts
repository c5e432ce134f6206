import type { Page } from 'playwright';

export interface Composition {
  /** Takes a candidate: the composed text is replaced by it. */
  commit(text: string): Promise<void>;
  /** Enter as an input method sends it: key code 229, after it has said that it composes no longer. */
  pressProcessedEnter(): Promise<void>;
}

/** Composes in the focused input the way a Chinese input method does, through Chromium's own input method path. */
export async function compose(page: Page, pinyin: string): Promise<Composition> {
  const session = await page.context().newCDPSession(page);
  for (let length = 1; length <= pinyin.length; length++) {
    await session.send('Input.imeSetComposition', {
      text: pinyin.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  }
  return {
    commit: async (text) => {
      await session.send('Input.insertText', { text });
    },
    pressProcessedEnter: async () => {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
  };
}
