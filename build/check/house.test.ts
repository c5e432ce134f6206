import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { houseProblems } from './house.ts';

// Every rule is broken here on purpose: a checker that stays silent is worse than none.

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhibu-house-'));
  plant('contract/failure.ts', `import { z } from 'zod';\nexport const x = z.string();\n`);
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

test('a tree that keeps the rules is left alone', () => {
  plant('rules/dues.ts', `import type { Failure } from '../contract/failure.ts';\nexport type F = Failure;\n`);
  plant('electron/data-host.ts', `import { createService } from '../service/service.ts';\ncreateService();\n`);
  plant('service/service.ts', `import { readFile } from 'node:fs/promises';\nexport const createService = readFile;\n`);
  plant('service/cli/main.ts', `console.log('cli');\n`);
  plant('renderer/members/list.tsx', `import { Table } from '../ui/table.tsx';\nexport { Table };\n`);
  plant('renderer/ui/table.tsx', `import { Table } from 'antd';\nexport { Table };\n`);
  plant('tests/e2e/all.test.ts', `import { createService } from '../../service/service.ts';\ncreateService();\n`);
  expect(houseProblems(root)).toEqual([]);
});

test('an empty place is not a clean bill', () => {
  rmSync(join(root, 'contract'), { recursive: true });
  expect(houseProblems(root)).toEqual([expect.stringContaining('no source files')]);
});

describe('layers', () => {
  test.each([
    ['contract/a.ts', '../rules/a.ts', 'contract may not import rules'],
    ['rules/a.ts', '../db/open.ts', 'rules may not import db'],
    ['db/a.ts', '../rules/a.ts', 'db may not import rules'],
    ['templates/a.ts', '../rules/a.ts', 'templates may not import rules'],
    ['service/a.ts', '../electron/ipc.ts', 'service may not import electron'],
    ['service/a.ts', '../renderer/a.ts', 'service may not import renderer'],
    ['electron/main.ts', '../service/service.ts', 'electron may not import service'],
    ['electron/data-host.ts', '../db/open.ts', 'electron may not import db'],
    ['renderer/members/a.tsx', '../../service/a.ts', 'renderer may not import service'],
    ['renderer/members/a.tsx', '../../db/a.ts', 'renderer may not import db'],
    ['server/a.ts', '../service/a.ts', 'server may not import service'],
    ['server/a.ts', '../node_modules/drizzle-orm/index.cjs', 'import it from db/drizzle.ts, which says why'],
    ['server/a.ts', '../node_modules/react/index.js', 'server may not use react (see build/check/layers.ts)'],
    ['build/a.ts', '../service/a.ts', 'build may not import service'],
  ])('%s importing %s', (file, target, problem) => {
    plant(file, `import { a } from '${target}';\nexport { a };\n`);
    expect(houseProblems(root)).toEqual([`${file}: ${problem}`]);
  });

  test.each([
    ['a static import over several lines', `import {\n  a,\n  b,\n} from '../service/a.ts';\nexport { a, b };`],
    ['an import of types', `import type { A } from '../service/a.ts';\nexport type B = A;`],
    ['an import for its effect', `import '../service/a.ts';`],
    ['a re-export', `export { a } from '../service/a.ts';`],
    ['a re-export of all', `export * from "../service/a.ts";`],
    ['a dynamic import', `export const a = () => import('../service/a.ts');`],
    ['an import after a comment with a quote', `// don't\nimport { a } from '../service/a.ts';\nexport { a };`],
    ['an import with a suffix of the bundler', `import a from '../service/a.ts?raw';\nexport { a };`],
  ])('%s is seen', (_name, text) => {
    plant('server/a.ts', `${text}\n`);
    expect(houseProblems(root)).toEqual(['server/a.ts: server may not import service']);
  });

  test('what stands in a comment is no import', () => {
    plant('server/a.ts', `// import { a } from '../service/a.ts';\n/* import('../service/a.ts') */\nexport {};\n`);
    expect(houseProblems(root)).toEqual([]);
  });

  test.each([
    ['contract/a.ts', 'node:fs'],
    ['contract/a.ts', 'react'],
    ['rules/a.ts', 'node:crypto'],
    ['templates/a.ts', 'zod'],
    ['service/a.ts', 'electron'],
    ['renderer/a.tsx', 'electron'],
    ['renderer/a.tsx', 'node:fs'],
    ['electron/a.ts', 'better-sqlite3'],
    ['server/a.ts', 'age-encryption'],
    ['db/a.ts', 'left-pad'],
    ['electron/a.ts', '@scope/unheard/of'],
  ])('%s using the package %s', (file, name) => {
    plant(file, `import a from '${name}';\nexport { a };\n`);
    expect(houseProblems(root)).toEqual([expect.stringContaining(`may not use ${name.replace('/of', '')}`)]);
  });

  test('one subject of the engine importing another', () => {
    plant(
      'service/handlers.ts',
      `import { a } from './members.ts';\nimport { b } from './meetings.ts';\nexport { a, b };\n`,
    );
    plant('service/members.ts', `export const a = 1;\n`);
    plant('service/meetings.ts', `import { a } from './members.ts';\nexport const b = a;\n`);
    expect(houseProblems(root)).toEqual([expect.stringContaining('service/meetings.ts: the subject may not import')]);
  });

  test.each([
    ['renderer/members/a.tsx', '../meetings/b.tsx', 'renderer/members may not import renderer/meetings'],
    ['renderer/members/a.tsx', '../app/frame.tsx', 'renderer/members may not import renderer/app'],
    ['renderer/ui/a.tsx', '../members/a.tsx', 'renderer/ui may not import renderer/members'],
    ['renderer/data/a.ts', '../ui/a.tsx', 'renderer/data may not import renderer/ui'],
    ['renderer/text/a.ts', '../data/a.ts', 'renderer/text may not import renderer/data'],
  ])('%s importing %s', (file, target, problem) => {
    plant(file, `import { a } from '${target}';\nexport { a };\n`);
    expect(houseProblems(root)).toEqual([`${file}: ${problem}`]);
  });
});

describe('circles', () => {
  test('a ring of three', () => {
    plant('service/a.ts', `import { b } from './b.ts';\nexport const a = () => b;\n`);
    plant('service/b.ts', `import { c } from './c.ts';\nexport const b = () => c;\n`);
    plant('service/c.ts', `import { a } from './a.ts';\nexport const c = () => a;\n`);
    expect(houseProblems(root)).toEqual(['circle: service/a.ts -> service/b.ts -> service/c.ts -> service/a.ts']);
  });

  test('types that name each other are no ring', () => {
    plant('service/a.ts', `import type { B } from './b.ts';\nexport interface A { b: B }\n`);
    plant('service/b.ts', `import { type A } from './a.ts';\nexport interface B { a: A }\n`);
    expect(houseProblems(root)).toEqual([]);
  });
});

describe('forbidden words', () => {
  test.each([
    ['electron/main.ts', `import { ipcMain } from 'electron';\nipcMain.on('a', () => {});`],
    ['electron/dialogs.ts', `import { shell } from 'electron';\nshell.openExternal('https://a');`],
    ['electron/main.ts', `import { BrowserWindow } from 'electron';\nnew BrowserWindow({});`],
    ['renderer/members/a.tsx', `export const a = <p dangerouslySetInnerHTML={{ __html: '' }} />;`],
    ['renderer/members/a.tsx', `document.body.innerHTML = '';`],
    ['service/members.ts', `console.log('张三');`],
    ['electron/main.ts', `console.error('x');`],
    ['rules/dues.ts', `export const now = new Date();`],
    ['templates/a.ts', `export const now = Date.now();`],
    ['service/members.test.ts', `import { test } from 'vitest';\ntest.skip('later', () => {});`],
    ['service/a.ts', `// @ts-ignore\nexport const a = 1;`],
    ['service/a.ts', `export const a = eval('1');`],
  ])('in %s: %s', (file, text) => {
    plant(file, `${text}\n`);
    expect(houseProblems(root)).toEqual([expect.stringMatching(new RegExp(`^${file}:\\d: `))]);
  });

  test('the gates themselves may', () => {
    plant('electron/ipc.ts', `import { ipcMain } from 'electron';\nipcMain.handle('a', () => {});\n`);
    plant('electron/external-links.ts', `import { shell } from 'electron';\nshell.openExternal('https://a');\n`);
    expect(houseProblems(root)).toEqual([]);
  });
});

describe('length', () => {
  test('a file that outgrew its purpose', () => {
    plant('service/a.ts', '\n'.repeat(301));
    expect(houseProblems(root)).toEqual([expect.stringContaining('service/a.ts: 301 lines')]);
  });

  test('one that says why may be longer', () => {
    plant('service/a.ts', `// Over 300 lines: one table\n${'\n'.repeat(301)}`);
    expect(houseProblems(root)).toEqual([]);
  });
});
