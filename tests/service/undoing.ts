import type { UndoPlan } from '../../contract/change.ts';
import type { Failure } from '../../contract/failure.ts';
import type { Output } from '../../contract/operations.ts';
import type { TestArchive } from './open-archive.ts';

/** A change by its number, or a batch by its name. */
export type Named = number | string | null;

function targetOf(named: Named) {
  return typeof named === 'number' ? { change: named } : { batch: named ?? '' };
}

export function planUndo(archive: TestArchive, named: Named): Promise<UndoPlan> {
  return archive.call('change.planUndo', targetOf(named));
}

/** Takes it back as the window does: the plan, then the undo bound to it. */
export async function undo(archive: TestArchive, named: Named): Promise<Output<'change.undo'>> {
  const { plan } = await planUndo(archive, named);
  return archive.call('change.undo', { target: targetOf(named), plan, reason: '录错了' });
}

/** Why it cannot be taken back. */
export async function undoRefused(archive: TestArchive, named: Named): Promise<Failure> {
  const { plan } = await planUndo(archive, named);
  return archive.refused('change.undo', { target: targetOf(named), plan, reason: '录错了' });
}

/** Number of the newest change. */
export async function lastChange(archive: TestArchive): Promise<number> {
  const { rows } = await archive.call('change.list', { limit: 1, includeAccess: true });
  return rows[0]?.number ?? 0;
}
