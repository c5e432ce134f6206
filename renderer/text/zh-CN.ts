import { commonText } from './common.ts';
import { historyText } from './history.ts';

/** Every sentence that the window shows, by subject; a subject adds its own file and one line here. */
export const text = {
  ...commonText,
  history: historyText,
} as const;
