import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readSmallFile, writeSmallFile } from './small-file.ts';

const most = 10;

const Recent = z.strictObject({ folder: z.string().min(1), openedAt: z.iso.datetime() });
type Recent = z.infer<typeof Recent>;

/** Archives opened on this machine by this user, newest first. Only folders and times are kept. */
export interface RecentArchives {
  list(): (Recent & { isPresent: boolean })[];
  remember(folder: string): void;
  forget(folder: string): void;
}

export function openRecentArchives(dataFolder: string, now: () => Date = () => new Date()): RecentArchives {
  const file = join(dataFolder, 'recent-archives.json');
  const read = () => readSmallFile(file, z.array(Recent), []);
  const without = (folder: string) => read().filter((recent) => recent.folder !== folder);
  return {
    list: () => read().map((recent) => ({ ...recent, isPresent: existsSync(join(recent.folder, 'archive.db')) })),
    remember: (folder) =>
      writeSmallFile(file, [{ folder, openedAt: now().toISOString() }, ...without(folder)].slice(0, most)),
    forget: (folder) => writeSmallFile(file, without(folder)),
  };
}
