import { afterAll } from 'vitest';
import { startDisplay } from '../../build/display.ts';

// Before the windows of a test file: a display of their own, unless there is one to be seen.
if (process.platform === 'linux' && !process.env.DISPLAY) {
  const display = await startDisplay();
  process.env.DISPLAY = display.name;
  afterAll(() => {
    display.stop();
    delete process.env.DISPLAY;
  });
}
