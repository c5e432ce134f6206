import type { Import } from './imports.ts';

interface Layer {
  /** Layers it may import from, besides itself. */
  from: string[];
  /** Packages it may use; `node:*` stands for all of Node. A package that is not listed is an error until placed. */
  packages: string[];
}

const node = 'node:*';

const layers: Record<string, Layer> = {
  contract: { from: [], packages: ['zod'] },
  // Knows how names sound; still no I/O and no clock.
  rules: { from: ['contract'], packages: ['pinyin-pro'] },
  db: { from: ['contract'], packages: [node, 'better-sqlite3', 'drizzle-orm', 'zod'] },
  templates: { from: ['contract'], packages: [] },
  service: {
    from: ['contract', 'rules', 'db', 'templates'],
    packages: [
      node,
      '@e965/xlsx',
      '@noble/hashes',
      'age-encryption',
      'exceljs',
      'exifreader',
      'file-type',
      'fontkit',
      'hash-wasm',
      'hucre',
      'linebreak',
      'pdfkit',
      'pinyin-pro',
      'saxes',
      'tus-js-client',
      'unpdf',
      'zod',
    ],
  },
  electron: { from: ['contract'], packages: [node, 'electron', 'electron-updater', 'zod'] },
  renderer: {
    from: ['contract', 'rules'],
    packages: ['@ant-design/icons', 'antd', 'dayjs', 'pinyin-pro', 'react', 'react-dom', 'zod'],
  },
  server: {
    from: ['contract'],
    packages: [node, '@noble/hashes', '@tus/file-store', '@tus/server', 'better-sqlite3', 'zod'],
  },
  build: {
    from: [],
    packages: [
      node,
      '@electron-internal/extract-zip',
      '@electron/asar',
      '@electron/fuses',
      'electron-builder',
      'electron-vite',
      'vite',
      'vitest',
    ],
  },
};

/** Folders that may use anything. */
const free = new Set(['bench', 'tests']);

/** The one place where the shell meets the engine. */
const exceptions = new Set(['electron/data-host.ts -> service']);

/** Folders of renderer/ that are no subject, and what each may import besides itself. */
const rendererFolders: Record<string, string[]> = {
  text: [],
  data: ['text'],
  ui: ['text', 'data'],
};
const subjectMayImport = ['ui', 'data', 'text'];

/** Says of every import that crosses a border it may not cross. */
export function layerProblems(imports: Import[]): string[] {
  const subjects = serviceSubjects(imports);
  return imports.flatMap((one) => {
    const problem = one.isPackage ? packageProblem(one) : folderProblem(one, subjects);
    return problem === null ? [] : [`${one.from}: ${problem}`];
  });
}

function packageProblem({ from, to, isTypeOnly }: Import): string | null {
  const folder = top(from);
  if (to === 'drizzle-orm' && !isTypeOnly && from !== 'db/drizzle.ts')
    return 'import it from db/drizzle.ts, which says why';
  const layer = layers[folder];
  if (layer === undefined || free.has(folder)) return null;
  if (isTest(from) && (to === 'vitest' || to === 'fast-check' || to.startsWith('node:'))) return null;
  const isAllowed = to.startsWith('node:') ? layer.packages.includes(node) : layer.packages.includes(to);
  return isAllowed ? null : `${folder} may not use ${to} (see build/check/layers.ts)`;
}

function folderProblem({ from, to }: Import, subjects: Set<string>): string | null {
  const [folder, target] = [top(from), top(to)];
  if (free.has(folder)) return null;
  if (folder !== target) {
    if (isTest(from) && target === 'tests') return null;
    if (layers[folder]?.from.includes(target) || exceptions.has(`${from} -> ${target}`)) return null;
    return `${folder} may not import ${target}`;
  }
  if (folder === 'service' && subjects.has(from) && subjects.has(to)) {
    return `the subject may not import the subject ${to}; they meet in handlers.ts and db/queries`;
  }
  return folder === 'renderer' ? rendererProblem(from, to) : null;
}

/** A subject is what handlers.ts gathers handlers from. */
function serviceSubjects(imports: Import[]): Set<string> {
  const gathered = imports.filter(({ from, isTypeOnly }) => from === 'service/handlers.ts' && !isTypeOnly);
  return new Set(gathered.map(({ to }) => to).filter((to) => /^service\/[^/]+\.ts$/.test(to)));
}

function rendererProblem(from: string, to: string): string | null {
  const [, folder = '', ...rest] = from.split('/');
  const target = to.split('/')[1] ?? '';
  // main.tsx and app/ put the subjects together.
  if (rest.length === 0 || folder === 'app' || folder === target) return null;
  const allowed = rendererFolders[folder] ?? subjectMayImport;
  return allowed.includes(target) ? null : `renderer/${folder} may not import renderer/${target}`;
}

function top(file: string): string {
  return file.split('/')[0] ?? '';
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
