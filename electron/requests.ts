import { app, BrowserWindow, type WebContents } from 'electron';
import { z } from 'zod';
import { chooseAttachments, choosePath } from './dialogs.ts';
import type { Engine } from './engine.ts';
import { openExported } from './exported.ts';
import { openLink } from './external-links.ts';
import type { IdleLock } from './idle-lock.ts';
import { answer } from './ipc.ts';
import type { IssuedGrants } from './issued-grants.ts';
import { PreferencesSchema, readPreferences, writePreferences } from './preferences.ts';
import type { RecentArchives } from './recent-archives.ts';
import type { Updater } from './updater.ts';

export interface RequestContext {
  engine: Engine;
  grants: IssuedGrants;
  recent: RecentArchives;
  idleLock: IdleLock;
  updater: Updater;
  dataFolder: string;
  lock: () => Promise<void>;
}

const Token = z.string().regex(/^[a-f0-9]{32}$/);
const Name = z.string().max(200);
const Nothing = z.tuple([]);
const ChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['open-archive', 'open-roster', 'open-workbook', 'open-sealed', 'export-folder']) }),
  z.strictObject({ kind: z.enum(['new-archive', 'save-file']), suggestedName: Name }),
]);

/** Answers everything that `contract/shell.ts` promises the page. */
export function answerRequests(context: RequestContext): void {
  const { engine, grants, recent, dataFolder } = context;

  answer('connect', Nothing, (_input, page) => engine.connect(page));
  answer('choose', z.tuple([ChoiceSchema]), async ([choice], page) => {
    const chosen = await choosePath(windowOf(page), choice);
    return chosen === null ? null : grants.issue(chosen.path, chosen.mode, choice.kind);
  });
  answer('chooseFiles', Nothing, async (_input, page) => {
    const paths = await chooseAttachments(windowOf(page));
    return Promise.all(paths.map((path) => grants.issue(path, 'read-file', 'open-attachments')));
  });
  answer('grantAgain', z.tuple([Token]), ([token]) => {
    const issued = grants.find(token);
    return issued?.kind === 'open-archive' ? grants.issue(issued.path, issued.mode, issued.kind) : null;
  });

  answer('recentArchives', Nothing, () =>
    // Named only: the first screen stands before the engine is there to be told.
    recent.list().map(({ folder, openedAt, isPresent }) => ({
      ...grants.name(folder, 'read-folder', 'open-archive'),
      openedAt,
      isPresent,
    })),
  );
  answer('rememberArchive', z.tuple([Token]), ([token]) => {
    const issued = grants.find(token);
    if (issued?.kind === 'open-archive' || issued?.kind === 'new-archive') recent.remember(issued.path);
  });
  answer('forgetArchive', z.tuple([Token]), ([token]) => {
    const issued = grants.find(token);
    if (issued !== null) recent.forget(issued.path);
  });

  answer('openExported', z.tuple([Token, Name.optional()]).or(z.tuple([Token])), ([token, file]) => {
    const issued = grants.find(token);
    return issued === null ? false : openExported(issued, file);
  });
  answer('openLink', z.tuple([z.string().max(2000)]), ([address]) => openLink(address));

  answer('lock', Nothing, () => context.lock());
  answer('reportActivity', Nothing, () => context.idleLock.activity());

  answer('appInfo', Nothing, () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    platform: process.platform,
    isPackaged: app.isPackaged,
    isSubstituteRuntime: Number(process.versions.napi) < 10,
  }));
  answer('preferences', Nothing, () => readPreferences(dataFolder));
  answer('setPreferences', z.tuple([PreferencesSchema]), ([preferences]) => {
    writePreferences(dataFolder, preferences);
    return preferences;
  });

  answer('checkForUpdate', Nothing, () => context.updater.check());
  answer('installUpdate', Nothing, () => context.updater.install());
}

function windowOf(page: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(page);
  if (window === null) throw new Error('no window');
  return window;
}
