import { afterAll, beforeEach } from 'vitest';
import { startDisplay } from '../../build/display.ts';
import { tellWhereItStands } from './launch.ts';

// Before the windows of a test file: a display of their own, unless there is one to be seen.
if (process.platform === 'linux' && !process.env.DISPLAY) {
  const display = await startDisplay();
  process.env.DISPLAY = display.name;
  afterAll(() => {
    display.stop();
    delete process.env.DISPLAY;
  });
}

/** Somewhat before a test that hangs is given up (vitest.config.ts), and its window closed. */
const tellAfter = 100_000;

beforeEach(() => {
  const late = setTimeout(() => void tellWhereItStands(), tellAfter);
  return () => clearTimeout(late);
});
