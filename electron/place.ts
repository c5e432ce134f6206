import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

export interface Place {
  preload: string;
  page: string;
  dataHost: string;
  /** A plain Node for the substitute runtime; null on the official one. */
  node: string | null;
  transport: 'utility' | 'fork' | undefined;
}

/**
 * Where the parts of the program lie. Built files sit beside this one; the engine's are real files even in a package,
 * outside the archive that holds the rest (engine.vite.config.ts says why).
 */
export function findPlace(): Place {
  const built = join(import.meta.dirname, '..');
  const unpacked = built.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  return {
    preload: join(built, 'preload', 'preload.cjs'),
    page: join(built, 'renderer'),
    dataHost: developmentOnly('ZHIBU_DATA_HOST') ?? join(unpacked, 'engine', 'data-host.js'),
    node: developmentOnly('ZHIBU_NODE') ?? packagedNode(),
    transport: developmentOnly('ZHIBU_TRANSPORT') as Place['transport'],
  };
}

/** An environment variable that a package never listens to. */
function developmentOnly(name: string): string | undefined {
  return app.isPackaged ? undefined : process.env[name] || undefined;
}

function packagedNode(): string | null {
  const file = join(process.resourcesPath, 'node', 'node');
  return existsSync(file) ? file : null;
}
