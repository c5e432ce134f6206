import { homedir } from 'node:os';
import { join } from 'node:path';

/** The root of the checkout. */
export const root = join(import.meta.dirname, '..');

/** Where the application is built to. */
export const appFolder = join(root, 'out', 'app');

/** Downloads outlive `npm ci` here; nothing of the application or its data is kept in it. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zhibu-ledger');
