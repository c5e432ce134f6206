import type { ArchiveStatus } from '../../contract/archive.ts';
import type { Role } from '../../contract/permission.ts';
import { openTestArchive, passphrase, type TestArchive } from './open-archive.ts';

/** Who sits at the keyboard, with the passphrase of each. */
export const staff: Readonly<Record<string, { role: Role; passphrase: string }>> = {
  欧阳静: { role: 'secretary', passphrase },
  王组织: { role: 'organisation-commissioner', passphrase: '组织委员自己的口令' },
  李纪检: { role: 'discipline-commissioner', passphrase: '纪检委员自己的口令' },
  赵录入: { role: 'data-entry', passphrase: '录入员自己的口令呀' },
  钱检查: { role: 'inspector', passphrase: '检查员自己的口令呀' },
};

export interface StaffedArchive extends TestArchive {
  /** Opens the archive as one of the staff; whoever had it open leaves. */
  as(name: string): Promise<ArchiveStatus>;
}

/** The test archive with one person of each role besides its founder. */
export async function openStaffedArchive(): Promise<StaffedArchive> {
  const archive = await openTestArchive();
  for (const [name, { role, passphrase: newPassphrase }] of Object.entries(staff))
    if (role !== 'secretary') await archive.call('person.add', { name, role, newPassphrase, passphrase });
  return { ...archive, as: (name) => openAs(archive, name) };
}

function openAs({ service, folder, call }: TestArchive, name: string): Promise<ArchiveStatus> {
  return call('archive.open', {
    folder: service.grant(folder, 'read-folder'),
    person: name,
    passphrase: staff[name]?.passphrase ?? '',
  });
}
