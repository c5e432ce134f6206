import type { Member } from '../../contract/member.ts';
import type { Wire } from '../../contract/operations.ts';
import type { TestArchive } from './open-archive.ts';

export type MemberDraft = Wire<'member.save'>['draft'];
export type Stay = Member['memberships'][number];

/** A valid number of a person born on that day; the region is not in use. */
export const idNumber = '999901198407092744';

export function stay(over: Partial<Stay> = {}): Stay {
  return {
    id: 'stay-1',
    branchId: 'branch-1',
    groupId: null,
    from: '2010-07-01',
    entryKind: 'admitted',
    to: null,
    leaveKind: null,
    reason: '',
    ...over,
  };
}

/** Somebody in the branch since 2012 with full rights; `over` replaces fields. */
export function fullMember(id: string, branchId: string, over: Partial<MemberDraft> = {}): MemberDraft {
  return {
    ...{ id, revision: 0, name: `党员${id}`, joinedOn: '2010-05-01', confirmedOn: '2011-05-01' },
    memberships: [stay({ id: `stay-${id}`, branchId, from: '2012-01-01', entryKind: 'registered' })],
    ...over,
  };
}

export const jing: MemberDraft = {
  id: 'm1',
  revision: 0,
  name: '欧阳静',
  sex: '2',
  idNumber,
  bornOn: '1984-07-09',
  ethnicity: '01',
  mobilePhone: '13812345678',
  landline: '010-65201234',
  joinedOn: '2010-07-01',
  confirmedOn: '2011-07-01',
  note: '支部组织委员',
  memberships: [stay()],
};

export async function addGroups({ call }: TestArchive, ...names: string[]): Promise<void> {
  for (const [index, name] of names.entries())
    await call('group.save', {
      draft: { id: `group-${index + 1}`, revision: 0, branchId: 'branch-1', name, from: '2010-01-01' },
    });
}
