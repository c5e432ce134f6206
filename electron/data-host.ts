// The entry of the data process, and the one file of the shell that knows the engine.
import { serve } from '../service/serve.ts';
import { createService } from '../service/service.ts';
import { joinParent } from './data-link.ts';
import { commandLineMark, type DataOptions } from './data-wire.ts';
import { openLog } from './log.ts';

if (process.argv[2] === commandLineMark) await runCommandLine();
else serveShell(JSON.parse(process.argv[2] ?? '{}'));

function serveShell(options: DataOptions): void {
  const log = openLog(options.logFile);
  const service = createService({ log });
  process.on('uncaughtException', (error) => {
    log.fault('uncaught', error);
    process.exit(1);
  });

  joinParent({
    onPage: (port) => serve(port, service),
    onShell: async (message) => {
      if (message.type === 'grant') service.grants.add(message.path, message.mode, message.token);
      if (message.type === 'lock') await close();
      if (message.type === 'stop') {
        await close();
        // Gives the answer time to leave; the parent ends what is left.
        setImmediate(() => process.exit(0));
      }
    },
  });

  /** Makes the copy that every closing makes; when that fails the archive is closed without. */
  async function close(): Promise<void> {
    const result = await service.call('archive.close', {});
    if (!result.ok) service.stop();
  }
}

/** The command line, inside Electron's utility process, whose link to its parent would keep it alive for ever. */
async function runCommandLine(): Promise<void> {
  process.argv.splice(2, 1);
  await import('../service/cli/main.ts');
  process.stdout.write('', () => process.exit(process.exitCode));
}
