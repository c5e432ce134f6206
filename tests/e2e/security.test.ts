import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRuntime } from '../../build/runtime/runtime.ts';
import { type Shell, shellFunctions } from '../../contract/shell.ts';
import { contentSecurityPolicy } from '../../electron/content-security-policy.ts';
import { type Launched, launch, program } from './launch.ts';

declare const window: Window & { shell: Shell; violations: string[] };

let launched: Launched;
let server: Server;
let origin: string;
/** Requests that reached the outside; the page must cause none. */
const reached: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: 'app://main/index.html' });
    response.end('outside');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  launched = await launch({ echoEngine: true, breaksPolicy: true });
});
afterAll(async () => {
  await launched.close();
  server.close();
});

/** Gives what should be refused time to happen. */
async function pauseAndReadAddress(): Promise<string> {
  await launched.page.waitForTimeout(300);
  expect(launched.app.windows()).toHaveLength(1);
  return launched.page.url();
}

describe('what the page is', () => {
  test('it is sandboxed and isolated, by the settings in force', async () => {
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
    });
    // Left out of the list while off.
    for (const name of ['nodeIntegrationInWorker', 'allowRunningInsecureContent', 'experimentalFeatures', 'spellcheck'])
      expect([name, preferences[name] ?? false]).toEqual([name, false]);
  });

  test('it finds no Node and no Electron', async () => {
    const found = await launched.page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron', '__dirname'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(found).toEqual([]);
  });

  test('the shell gives it a fixed list of functions and nothing else', async () => {
    expect(await launched.page.evaluate(() => Object.keys(window.shell))).toEqual([...shellFunctions]);
    expect(
      await launched.page.evaluate(() => Object.values(window.shell).every((one) => typeof one === 'function')),
    ).toBe(true);
  });

  test.each([
    ['a path instead of a token', 'openExported', ['/etc/passwd']],
    ['a choice nobody offers', 'choose', [{ kind: 'open-anything' }]],
    ['one field too many', 'choose', [{ kind: 'open-roster', path: '/etc/passwd' }]],
    ['a prototype', 'choose', [JSON.parse('{"__proto__": {"kind": "open-roster"}}')]],
    ['no arguments', 'rememberArchive', []],
    ['a megabyte', 'openLink', ['x'.repeat(1_000_000)]],
    [
      'preferences with a feed that is not HTTPS',
      'setPreferences',
      [{ idleLockMinutes: 1, look: 'standard', updateFeed: 'http://a' }],
    ],
  ])('the shell refuses %s', async (_name, request, input) => {
    const outcome = await launched.page.evaluate(
      ([request, input]) => {
        const call = window.shell[request as keyof Shell] as (...input: unknown[]) => Promise<unknown>;
        return call(...(input as unknown[])).then(
          () => 'answered',
          (error: Error) => error.message,
        );
      },
      [request, input] as const,
    );
    expect(outcome).toMatch(/invalid input/);
  });
});

describe('the content security policy', () => {
  test('comes with the page as a header, exact to the letter but for the nonce', async () => {
    const [response] = await Promise.all([
      launched.page.waitForResponse((response) => response.url().startsWith('app://main/index.html')),
      launched.page.reload(),
    ]);
    const policy = (await response.allHeaders())['content-security-policy'] ?? '';
    const nonce = policy.match(/'nonce-([^']+)'/)?.[1] ?? '';
    expect(policy).toBe(contentSecurityPolicy(nonce));
    expect(
      await launched.page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce),
    ).toBe(nonce);
  });

  test.each([
    [
      'an inline script',
      () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.pwned = 1' })),
    ],
    ['an inline style', () => document.body.insertAdjacentHTML('beforeend', '<style>body { color: red }</style>')],
    [
      'a foreign image',
      () => document.body.append(Object.assign(document.createElement('img'), { src: 'https://evil.invalid/a.png' })),
    ],
    [
      'a frame',
      () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.invalid/' })),
    ],
    [
      'a foreign script',
      () => document.body.append(Object.assign(document.createElement('script'), { src: 'https://evil.invalid/a.js' })),
    ],
  ])('%s is a violation', async (_name, plant) => {
    await launched.page.evaluate(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective));
    });
    await launched.page.evaluate(plant);
    await launched.page.waitForFunction(() => window.violations.length > 0);
    expect(await launched.page.evaluate(() => 'pwned' in window)).toBe(false);
  });

  test('the page itself causes none while it starts', async () => {
    await launched.page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        window.violations.push(`${event.effectiveDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`),
      );
    });
    await launched.page.reload();
    await launched.page.waitForTimeout(1000);
    expect(await launched.page.evaluate(() => window.violations)).toEqual([]);
  });
});

describe('the way out', () => {
  test.each([
    ['fetch', (address: string) => fetch(address)],
    [
      'a beacon',
      (address: string) =>
        Promise.resolve(navigator.sendBeacon(address) ? 'sent' : Promise.reject(new Error('refused'))),
    ],
    [
      'a web socket',
      (address: string) =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(address.replace('http', 'ws'));
          socket.onopen = resolve;
          socket.onerror = () => reject(new Error('refused'));
        }),
    ],
  ])('%s reaches nobody', async (_name, reach) => {
    await launched.page
      .evaluate(reach as (address: string) => Promise<unknown>, `${origin}/reach`)
      .catch(() => undefined);
    await launched.page.waitForTimeout(200);
    expect(reached).toEqual([]);
  });

  test('even without the policy, the session lets nothing through', async () => {
    const outcome = await launched.app.evaluate(async ({ session }, address) => {
      try {
        return (await session.defaultSession.fetch(address)).status;
      } catch (error) {
        return String(error);
      }
    }, `${origin}/session`);
    expect(String(outcome)).toMatch(/ERR_BLOCKED_BY_CLIENT/);
    expect(reached).toEqual([]);
  });
});

describe('navigation', () => {
  test.each([
    ['a link', () => `${origin}/link`],
    ['a link whose query names our page', () => `${origin}/?next=app://main/index.html`],
    ['a redirect to our page', () => `${origin}/redirect`],
    ['another host of our scheme', () => 'app://evil/index.html'],
    ['a file', () => 'file:///etc/passwd'],
    ['a page of data', () => 'data:text/html,<h1>x</h1>'],
    ['a script', () => 'javascript:document.write(1)'],
  ])('%s leads nowhere', async (_name, address) => {
    const before = launched.page.url();
    for (const target of ['', '_blank', '_top']) {
      await launched.page.evaluate(
        ([href, target]) => {
          const link = Object.assign(document.createElement('a'), { href, target });
          document.body.append(link);
          link.click();
          link.remove();
        },
        [address(), target] as const,
      );
    }
    expect(await pauseAndReadAddress()).toBe(before);
    expect(reached).toEqual([]);
  });

  test('a window cannot be opened, nor the address assigned', async () => {
    const before = launched.page.url();
    const opened = await launched.page.evaluate((address) => window.open(address) !== null, `${origin}/open`);
    await launched.page.evaluate((address) => location.assign(address), `${origin}/assign`).catch(() => undefined);
    expect(opened).toBe(false);
    expect(await pauseAndReadAddress()).toBe(before);
    expect(reached).toEqual([]);
  });

  test('a webview stays an unknown element', async () => {
    const contents = await launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    await launched.page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('webview'), { src }));
    }, `${origin}/webview`);
    await pauseAndReadAddress();
    expect(await launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(contents);
  });

  test('a form goes nowhere', async () => {
    const before = launched.page.url();
    await launched.page.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { action, method: 'post' });
      document.body.append(form);
      form.submit();
    }, `${origin}/form`);
    expect(await pauseAndReadAddress()).toBe(before);
    expect(reached).toEqual([]);
  });

  test('nothing is downloaded', async () => {
    await launched.page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'app://main/index.html',
        download: 'index.html',
      });
      document.body.append(link);
      link.click();
    });
    const active = await launched.app.evaluate(
      ({ session }) =>
        new Promise<boolean>((resolve) => {
          session.defaultSession.once('will-download', (event) => resolve(!event.defaultPrevented));
          setTimeout(() => resolve(false), 500);
        }),
    );
    expect(active).toBe(false);
  });
});

describe('permissions', () => {
  test.each(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'persistent-storage'])(
    '%s is denied without asking',
    async (name) => {
      const state = await launched.page.evaluate(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        name,
      );
      expect(state).toBe('denied');
    },
  );

  test('the camera cannot be had', async () => {
    const outcome = await launched.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ),
    );
    expect(outcome).not.toBe('granted');
  });
});

test('a second start brings the first window forward and ends', async () => {
  const { executable } = await findRuntime();
  const focused = launched.app.evaluate(
    ({ app }) => new Promise<boolean>((resolve) => app.once('second-instance', () => resolve(true))),
  );
  const second = spawn(executable, [program(), '--disable-gpu', '--no-sandbox'], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      DISPLAY: process.env.DISPLAY,
      HOME: join(launched.folder, 'home'),
      XDG_CONFIG_HOME: join(launched.folder, 'config'),
      TMPDIR: join(launched.folder, 'tmp'),
    },
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(await focused).toBe(true);
  expect(launched.app.windows()).toHaveLength(1);
});

test('idle: the key is dropped and the page loaded from zero', async () => {
  await launched.page.evaluate(() =>
    window.shell.setPreferences({ idleLockMinutes: 1, look: 'standard', updateFeed: '' }),
  );
  await launched.page.evaluate(() => {
    document.title = 'drafts of somebody';
    Object.assign(window, { secret: 'in memory' });
  });
  const loaded = launched.page.waitForEvent('load');
  // The system says that nobody has been here for ten minutes, and the shell's clock says so too.
  await launched.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 600;
    const start = Date.now();
    Date.now = () => start + 600_000;
  });
  await loaded;
  expect(await launched.page.evaluate(() => 'secret' in window)).toBe(false);
});
