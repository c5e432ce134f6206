import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { root } from '../../build/folders.ts';
import { findRuntime } from '../../build/runtime/runtime.ts';

/** Where setup.ts builds the engine that opens no database. */
export const echoHost = join(root, '.cache', 'e2e', 'echo-host.js');

/** The built program: the copy that setup.ts made for this run. */
export function program(): string {
  return process.env.ZHIBU_E2E_PROGRAM ?? root;
}

export interface Launched {
  app: ElectronApplication;
  page: Page;
  /** Fresh for each launch: HOME, settings and temporary files all lie in it. */
  folder: string;
  /** The settings folder (Electron's userData). */
  dataFolder: string;
  /** Whatever the page and both processes printed. */
  printed: string[];
  /** The next dialog of the system answers with these paths; none = the user gives up. */
  answerDialog(...paths: string[]): Promise<void>;
  /** Process id of the engine. */
  enginePid(): Promise<number>;
  /** kill -9 of the engine, as a crash would. */
  killEngine(): Promise<void>;
  /** Ends the program the way a user does, and removes the folder unless it is to be looked at. */
  close(options?: { keepFolder?: boolean }): Promise<void>;
}

export interface LaunchOptions {
  /** A folder of an earlier launch, to start again on the same settings. */
  folder?: string;
  /** The engine that opens no database (echo-host.ts). */
  echoEngine?: boolean;
  /** Development only: how page and engine are joined. */
  transport?: 'utility' | 'fork';
  /** A packaged program instead of the built one. */
  executable?: string;
  args?: string[];
  env?: Record<string, string>;
  /** The test breaks the content security policy on purpose; any other window that does is a bug. */
  breaksPolicy?: boolean;
}

/** Starts the built program in a real window, under a HOME of its own. Needs a display; `npm test` supplies one. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'zhibu-e2e-')));
  for (const name of ['home', 'config', 'tmp']) await mkdir(join(folder, name), { recursive: true });
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: options.executable ?? (await findRuntime()).executable,
    // Chromium's sandbox does not run as root; everybody else tests with it.
    chromiumSandbox: !isRoot,
    args: [...(options.executable ? [] : [program()]), '--disable-gpu', '--lang=zh-CN', ...(options.args ?? [])],
    cwd: folder,
    env: {
      ...environment(folder),
      ...(options.echoEngine ? { ZHIBU_DATA_HOST: echoHost } : {}),
      ...(options.transport ? { ZHIBU_TRANSPORT: options.transport } : {}),
      ...options.env,
    },
  });
  const printed: string[] = [];
  app.process().stdout?.on('data', (chunk) => printed.push(String(chunk)));
  app.process().stderr?.on('data', (chunk) => printed.push(String(chunk)));
  const page = await firstPage(app, printed);
  latest = { page, printed };
  const dataFolder = await app.evaluate(({ app }) => app.getPath('userData'));

  const enginePid = () => findEngine(app);
  return {
    app,
    page,
    folder,
    dataFolder,
    printed,
    enginePid,
    answerDialog: (...paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        const canceled = filePaths.length === 0;
        dialog.showOpenDialog = async () => ({ canceled, filePaths });
        dialog.showSaveDialog = async () => ({ canceled, filePath: filePaths[0] ?? '' });
      }, paths),
    killEngine: async () => void process.kill(await enginePid(), 'SIGKILL'),
    close: async ({ keepFolder = false } = {}) => {
      // Whatever a test leaves unsaved is let go.
      await app
        .evaluate(({ dialog }) => {
          dialog.showMessageBoxSync = () => 1;
        })
        .catch(() => undefined);
      await app.close();
      const broken = printed.filter((line) => /violates the following Content Security Policy/.test(line));
      if (broken.length > 0 && !options.breaksPolicy) throw new Error([...new Set(broken)].join('\n'));
      if (!keepFolder) await rm(folder, { recursive: true, force: true });
    },
  };
}

let latest: { page: Page; printed: readonly string[] } | undefined;

/** Prints what the window shows by now, for machines where nobody can look. */
export async function tellWhereItStands(): Promise<void> {
  if (latest === undefined) return;
  const { page, printed } = latest;
  const silent = pause(5000, 'The page does not answer.', { ref: false });
  const shown = page.locator('body').textContent({ timeout: 4000 }).catch(String);
  process.stderr.write(`${printed.slice(-20).join('\n')}\n${await Promise.race([shown, silent])}\n`);
}

/** The first window; a program that shows none is ended, and what it printed is told. */
async function firstPage(app: ElectronApplication, printed: string[]): Promise<Page> {
  try {
    const page = await app.firstWindow({ timeout: 45_000 });
    page.on('console', (message) => printed.push(message.text()));
    page.on('pageerror', (error) => printed.push(String(error)));
    await page.waitForLoadState('domcontentloaded', { timeout: 45_000 });
    return page;
  } catch (error) {
    app.process().kill('SIGKILL');
    throw new Error(`no window: ${printed.join('')}`, { cause: error });
  }
}

/** The engine is either Electron's utility process or a plain child whose command line names its entry. */
async function findEngine(app: ElectronApplication): Promise<number> {
  const metrics = await app.evaluate(({ app }) => app.getAppMetrics());
  const utility = metrics.find(({ serviceName }) => serviceName === 'node.mojom.NodeService');
  if (utility !== undefined) return utility.pid;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const [status, line] = await Promise.all([readText(`/proc/${pid}/status`), readText(`/proc/${pid}/cmdline`)]);
    const isChild = status.includes(`\nPPid:\t${app.process().pid}\n`);
    if (isChild && /(data|echo)-host\.js/.test(line)) return Number(pid);
  }
  throw new Error('no engine is running');
}

/** Nothing of the developer's own settings reaches the program under test. */
function environment(folder: string): Record<string, string> {
  const { PATH = '', DISPLAY = '', TZ } = process.env;
  return {
    PATH,
    DISPLAY,
    TZ: TZ ?? 'Asia/Shanghai',
    LANG: 'zh_CN.UTF-8',
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_RUNTIME_DIR: join(folder, 'tmp'),
    TMPDIR: join(folder, 'tmp'),
    ZHIBU_NODE: process.execPath,
  };
}

/** Reads a text file of the program under test, or '' when it wrote none. */
export function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
