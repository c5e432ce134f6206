import { cp, mkdtemp, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createService } from '../../service/service.ts';
import { testKeyCost } from '../service/open-archive.ts';
import type { Launched } from './launch.ts';

export const demoPassphrase = '练习档案密码2026';

/** Puts a practice archive into the folder of a launch and opens it in the window; returns its path. */
export async function openDemo(launched: Launched, members = 24): Promise<string> {
  const folder = join(launched.folder, '练习支部.zhibu');
  // A bench has no folder of a run; then it is made for this launch alone.
  await cp(await practiceArchive(process.env.ZHIBU_E2E_PROGRAM ?? launched.folder, members), folder, {
    recursive: true,
  });
  await openArchive(launched, folder);
  return folder;
}

/** Made once for all tests of a run: making one takes seconds, a copy of it none. */
async function practiceArchive(keptIn: string, members: number): Promise<string> {
  const kept = join(keptIn, `practice-${members}.zhibu`);
  if (await exists(kept)) return kept;
  const made = join(await mkdtemp(join(keptIn, 'practice-')), 'made.zhibu');
  await makeDemo(made, members);
  // Two files of tests may have made it at once; either is as good.
  await rename(made, kept).catch(() => undefined);
  return kept;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function makeDemo(folder: string, members: number): Promise<void> {
  const service = createService({ keyCost: testKeyCost });
  const made = await service.call('archive.createDemo', {
    folder: service.grant(folder, 'write-folder'),
    person: '欧阳静',
    passphrase: demoPassphrase,
    members,
    years: 2,
    seed: 1,
  });
  if (!made.ok) throw new Error(made.failure.code);
  const groups = (made.value as { recoveryCode: string }).recoveryCode.split('-');
  const positions = [0, 3];
  const typed = positions.map((position) => groups[position] ?? '');
  const confirmed = await service.call('archive.confirmRecoveryCode', { positions, groups: typed });
  if (!confirmed.ok) throw new Error(confirmed.failure.code);
  await service.call('archive.close', {});
}

/** Opens an archive the way a user does: the entrance, the dialog, the passphrase. */
export async function openArchive({ page, answerDialog }: Launched, folder: string): Promise<void> {
  await answerDialog(folder);
  await page.getByRole('button', { name: /打开别处的档案/ }).click();
  await page.locator('input[type=password]').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
}
