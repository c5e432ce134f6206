import { createService } from '../../service/service.ts';

/** Saves person after person and says so only once each is acknowledged; meant to be killed in the middle. */
const [folder = '', passphrase = ''] = process.argv.slice(2);
const service = createService();
const opened = await service.call('archive.open', { folder: service.grant(folder, 'read-folder'), passphrase });
if (!opened.ok) throw new Error(opened.failure.code);
for (let index = 0; ; index++) {
  const draft = { id: `m${index}`, revision: 0, name: `党员${index}` };
  const saved = await service.call('member.save', { draft });
  if (!saved.ok) throw new Error(saved.failure.code);
  process.stdout.write(`m${index}\n`);
}
