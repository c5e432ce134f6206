import { join } from 'node:path';
import { z } from 'zod';
import type { Preferences } from '../contract/shell.ts';
import { readSmallFile, writeSmallFile } from './small-file.ts';

export const PreferencesSchema = z.strictObject({
  idleLockMinutes: z.int().min(0).max(240),
  look: z.enum(['standard', 'large']),
  updateFeed: z.union([z.literal(''), z.url({ protocol: /^https$/ })]),
}) satisfies z.ZodType<Preferences>;

const defaults: Preferences = { idleLockMinutes: 15, look: 'standard', updateFeed: '' };

export function readPreferences(dataFolder: string): Preferences {
  return readSmallFile(join(dataFolder, 'preferences.json'), PreferencesSchema, defaults);
}

export function writePreferences(dataFolder: string, preferences: Preferences): void {
  writeSmallFile(join(dataFolder, 'preferences.json'), preferences);
}
