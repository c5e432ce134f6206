import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../build/folders.ts';
import { demoPassphrase, openDemo } from './demo-archive.ts';
import { type Launched, launch } from './launch.ts';

const run = promisify(execFile);
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Outside the checkout, so that nothing of it is found by accident; Chinese and a space in the path, as offices have. */
const installed = mkdtempSync(join(tmpdir(), '支部 台账-'));
const released = join(installed, 'released');
const driven = join(installed, 'driven');
let launched: Launched;

beforeAll(async () => {
  await run(process.execPath, ['build/dist.ts', '--folder-only'], { cwd: root });
  cpSync(join(root, 'dist', 'linux-unpacked'), released, { recursive: true });
  cpSync(join(root, 'dist', 'linux-unpacked-for-tests'), driven, { recursive: true });
  launched = await launch({ executable: join(driven, 'zhibu-ledger') });
}, 300_000);
afterAll(async () => {
  await launched.close();
  rmSync(installed, { recursive: true });
});

/** What a program prints before it is ended. */
async function printed(args: string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(join(released, 'zhibu-ledger'), [...asRoot, '--disable-gpu', ...args], {
    env: { PATH: process.env.PATH ?? '', DISPLAY: process.env.DISPLAY ?? '', HOME: installed, ...env },
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const limit = setTimeout(() => child.kill('SIGKILL'), 4000);
  await ended;
  clearTimeout(limit);
  return text;
}

test('the packaged window opens an archive and prints a ledger with its own typefaces', async () => {
  await openDemo(launched, 8);
  const { page } = launched;
  await page.getByRole('navigation').getByText('台账', { exact: true }).click();
  const folder = join(launched.folder, '迎检');
  await launched.answerDialog(folder);
  await page
    .getByRole('navigation', { name: '台账列表' })
    .getByRole('button', { name: /党员花名册/ })
    .click();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText('已写好 2 个文件').waitFor();
  const [pdf = ''] = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  const { stdout } = await run('pdftotext', [join(folder, pdf), '-']);
  expect(stdout).toContain('党员花名册');
  const fonts = (await run('pdffonts', [join(folder, pdf)])).stdout.split('\n').slice(2).filter(Boolean);
  expect(fonts.every((line) => /Noto(Serif|Sans)SC.* yes yes yes/.test(line))).toBe(true);
});

test('the engine of the package lies in the package, and its command line and environment hold no secret', async () => {
  const pid = await launched.enginePid();
  const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  expect(line).toContain(join(driven, 'resources'));
  expect(line + readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(demoPassphrase);
});

test('there are no developer tools and no menu', async () => {
  const state = await launched.app.evaluate(async ({ app, BrowserWindow, Menu }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return [app.isPackaged, contents?.isDevToolsOpened(), Menu.getApplicationMenu()];
  });
  expect(state).toEqual([true, false, null]);
});

test('variables that steer the program in development do nothing', async () => {
  const planted = join(installed, 'planted.cjs');
  writeFileSync(planted, `require('node:fs').writeFileSync(${JSON.stringify(join(installed, 'planted-ran'))}, '')`);
  await printed([], {
    ZHIBU_DATA_HOST: planted,
    ZHIBU_NODE: planted,
    NODE_OPTIONS: `--require ${planted}`,
    ELECTRON_RUN_AS_NODE: '1',
    XDG_CONFIG_HOME: join(installed, 'config'),
  });
  await printed([planted], { ELECTRON_RUN_AS_NODE: '1', XDG_CONFIG_HOME: join(installed, 'config') });
  expect(existsSync(join(installed, 'planted-ran'))).toBe(false);
});

test('no debugger gets into the released program', async () => {
  expect(await printed(['--inspect=0'], { XDG_CONFIG_HOME: join(installed, 'config') })).not.toMatch(
    /Debugger listening/,
  );
});

test('the command line of the package makes an archive and answers with its exit code', async () => {
  const zhibu = join(released, 'resources', 'bin', 'zhibu');
  const passphrase = join(installed, 'passphrase');
  writeFileSync(passphrase, demoPassphrase);
  const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };
  const archive = join(installed, '命令行.zhibu');
  await run(zhibu, ['demo', archive, '--members', '5', '--years', '1', '--passphrase-file', passphrase], { env });
  const { stdout } = await run(zhibu, ['verify', archive, '--passphrase-file', passphrase, '--json'], { env });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  await expect(run(zhibu, ['nonsense'], { env })).rejects.toMatchObject({ code: 2 });
});

test("the shell's own way to the command line prints and passes the exit code on", async () => {
  const args = [...asRoot, '--ozone-platform=headless', '--disable-gpu', '--log-level=3', '--zhibu-command-line'];
  const env = { PATH: '/usr/bin:/bin', HOME: installed, LANG: 'C.UTF-8' };
  // The substitute runtime cannot load the database there, so only what needs none is asked.
  const { stdout } = await run(join(released, 'zhibu-ledger'), [...args, 'operations', '--json'], {
    env,
    maxBuffer: 1e8,
  });
  expect(JSON.parse(stdout).length).toBeGreaterThan(20);
  await expect(run(join(released, 'zhibu-ledger'), [...args, 'nonsense'], { env })).rejects.toMatchObject({ code: 2 });
});
