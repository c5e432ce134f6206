import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Renders so many rows in a process of its own that may keep no more than 64 MB of objects. */
function renderInSmallHeap(renderer: 'renderExcel' | 'renderPdf', rows: number): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const module = renderer === 'renderExcel' ? 'excel.ts' : 'pdf.ts';
  const script = `
    import { Writable } from 'node:stream';
    import { ${renderer} } from ${JSON.stringify(`${folder}${module}`)};
    import { rosterDocument } from ${JSON.stringify(`${folder}fixtures.ts`)};
    const out = new Writable({ write: (chunk, encoding, done) => done() });
    const { pages } = await ${renderer}(rosterDocument(${rows}), out, { madeAt: new Date(0) });
    process.stdout.write('pages ' + pages);`;
  const flags = ['--max-old-space-size=64', '--input-type=module-typescript', '-e', script];
  return execFileSync(process.execPath, flags, { cwd: folder }).toString();
}

describe('memory', () => {
  it.each(['renderExcel', 'renderPdf'] as const)('%s holds no rows: 10,000 fit where 1,000 do', (renderer) => {
    expect(renderInSmallHeap(renderer, 1_000)).toContain('pages');
    expect(renderInSmallHeap(renderer, 10_000)).toContain('pages');
  });
});
