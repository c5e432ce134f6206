// What an unpackaged Electron runs first: find the application's folder on the command line and start it.
// The official runtime brings its own; the substitute one gets this, as resources/default_app.asar.
// A module, because Electron waits for it before it becomes ready, and the application has things to do before that.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.');
try {
  const { main, name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(productName ?? name);
  app.setVersion(version);
  await import(pathToFileURL(join(folder, main)).href);
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  app.exit(1);
}
