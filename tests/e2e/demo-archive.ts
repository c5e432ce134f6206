import { join } from 'node:path';
import { createService } from '../../service/service.ts';
import { testKeyCost } from '../service/open-archive.ts';
import type { Launched } from './launch.ts';

export const demoPassphrase = '练习档案密码2026';

/** Makes a practice archive in the folder of a launch and opens it in the window; returns its path. */
export async function openDemo(launched: Launched, members = 24): Promise<string> {
  const folder = join(launched.folder, '练习支部.zhibu');
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
  await openArchive(launched, folder);
  return folder;
}

/** Opens an archive the way a user does: the entrance, the dialog, the passphrase. */
export async function openArchive({ page, answerDialog }: Launched, folder: string): Promise<void> {
  await answerDialog(folder);
  await page.getByRole('button', { name: /打开别处的档案/ }).click();
  await page.locator('input[type=password]').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
}
