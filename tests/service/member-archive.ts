import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { blankBranch } from '../../contract/branch.ts';
import type { Member } from '../../contract/member.ts';
import { auditedWrite } from '../../db/audit.ts';
import { openForWriting } from '../../db/open.ts';
import { putRow } from '../../db/records.ts';
import { branch, group } from '../../db/schema/index.ts';
import type { ArchiveContext } from '../../service/context.ts';
import { FileGrants } from '../../service/grants.ts';
import { putMember } from '../../service/put-member.ts';

type Draft = { id: string; revision: number } & Partial<Member>;

/**
 * A bare encrypted database with two branches (`b1` with the groups `g1` and `g2`, and `b2`), into which thousands of
 * people can be put in one write; removed with the test.
 */
export function openMemberArchive() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-members-'));
  const db = openForWriting(join(folder, 'archive.db'), '5a'.repeat(32));
  onTestFinished(() => {
    db.raw.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const audit = { at: '2026-11-24T10:00:00.000Z', actor: '欧阳静', operation: 'test', reason: '', batch: '' };
  const context: ArchiveContext = {
    archive: { folder, db, hexKey: '', slotId: '', person: '欧阳静', role: 'secretary', isRecoveryConfirmed: true },
    concealed: [],
    confirmedBy: '',
    demand: () => {},
    grants: new FileGrants(),
    job: { signal: new AbortController().signal, progress: () => {} },
    now: () => new Date('2026-11-24T10:00:00Z'),
    today: () => '2026-11-24',
    write: (change) => auditedWrite(db, audit, change),
    afterCopy: () => Promise.reject(new Error('no copies here')),
    call: () => {
      throw new Error('no other operations here');
    },
  };
  context.write(() => {
    for (const id of ['b1', 'b2'])
      putRow(db, branch, { ...blankBranch, id, revision: 1, fullName: `中共临江社区${id}支部委员会` } as never);
    for (const id of ['g1', 'g2'])
      putRow(db, group, {
        id,
        revision: 1,
        branchId: 'b1',
        name: id,
        leaderId: null,
        venue: '',
        from: '2000-01-01',
        to: null,
        displayOrder: 0,
        note: '',
      });
  });
  return {
    db,
    context,
    put: (drafts: readonly Draft[]) => context.write(() => drafts.map((draft) => putMember(context, draft))),
  };
}
