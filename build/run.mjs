// Starts a TypeScript file of this project: `node build/run.mjs FILE ARGUMENTS`. JavaScript, and as old as can be, so
// that a Node too old for the rest can still say so. `npm run` puts the project's own Node first where it has one.
import * as modules from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `This needs Node.js 22.18 or newer; ${process.execPath} is ${process.versions.node}. ` +
      'On Linux x64 `npm ci` brings one along; elsewhere please install Node.js 24 from https://nodejs.org.\n',
  );
  process.exit(1);
}

// What was compiled once is kept, for the processes started from here too: a third of the time of a short command.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '..', '.cache', 'compiled');
modules.enableCompileCache(process.env.NODE_COMPILE_CACHE);

const file = resolve(process.argv[2]);
process.argv.splice(1, 2, file);
await import(pathToFileURL(file).href);
