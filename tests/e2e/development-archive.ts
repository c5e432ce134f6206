import { join } from 'node:path';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { createService } from '../../service/service.ts';
import { saveFullMembers } from '../service/development-archive.ts';
import { testKeyCost } from '../service/open-archive.ts';
import { demoPassphrase, openArchive } from './demo-archive.ts';
import type { Launched } from './launch.ts';

/** Who is on the way in the window, by mouse and by keyboard; days of the meetings that vote on both. */
export const people = ['苏念安', '陆知远'] as const;
export const admittedOn = '2024-04-20';
export const confirmedOn = '2025-04-25';

/** An archive of five full members and the two members' meetings that vote on the two people; opened in the window. */
export async function openDevelopmentBranch(launched: Launched): Promise<void> {
  const folder = join(launched.folder, '临江社区第二支部.zhibu');
  const service = createService({ keyCost: testKeyCost });
  const branchId = 'b1';
  const call = async <Name extends OperationName>(name: Name, input: Wire<Name>): Promise<Output<Name>> => {
    const result = await service.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value as Output<Name>;
  };
  const { recoveryCode } = await call('archive.create', {
    folder: service.grant(folder, 'write-folder'),
    name: '临江社区第二支部',
    person: '欧阳静',
    passphrase: demoPassphrase,
    branch: { id: branchId, revision: 0, fullName: '中共临江社区第二支部委员会', shortName: '临江社区第二党支部' },
  });
  await call('archive.confirmRecoveryCode', { groups: recoveryCode.split('-').slice(0, 2), positions: [0, 1] });
  await saveFullMembers({ call, branchId }, 5);
  for (const [heldOn, title] of [
    [admittedOn, (name: string) => `接收${name}为预备党员`],
    [confirmedOn, (name: string) => `${name}转为正式党员`],
  ] as const)
    await call('meeting.save', {
      draft: {
        id: `meeting-${heldOn}`,
        revision: 0,
        branchId,
        types: ['members-meeting'],
        title: '支部党员大会',
        heldOn,
        agenda: people.map((name, index) => ({ id: `a${index}`, title: title(name), content: '' })),
        attendance: Array.from({ length: 5 }, (_, index) => ({
          ...{ memberId: `m${index + 1}`, state: 'present' as const, reason: '', opinionReceivedOn: null },
        })),
        votes: people.map((name, index) => ({
          ...{ id: `v${index}`, agendaId: `a${index}`, rule: 'V1' as const, subject: title(name) },
          ...{ subjectMemberId: null, method: 'secret-ballot' as const, inFavour: 5, against: 0, abstain: 0 },
          ...{ writtenInFavour: 0, writtenAgainst: 0, ballotsIssued: 5, ballotsReturned: 5, ballotsInvalid: 0 },
          ...{ seats: null, candidates: [], tellers: '', scrutineers: '', recordedResult: 'passed' as const },
        })),
      },
    });
  await call('archive.close', {});
  await openArchive(launched, folder);
}
