import { createService } from '../service/service.ts';
import { demand, passphrase } from './measure.ts';

/** Exports the roster of an archive once; prints the time and the peak memory of this process. */
const [archive = '', format = '', out = ''] = process.argv.slice(2);
const service = createService();
await demand(service, 'archive.open', { folder: service.grant(archive, 'read-folder'), passphrase });
const start = performance.now();
await demand(service, 'ledger.export', {
  ids: ['03-member-roster'],
  formats: [format],
  options: { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' },
  folder: service.grant(out, 'write-folder'),
  replace: true,
});
const milliseconds = performance.now() - start;
service.stop();
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
