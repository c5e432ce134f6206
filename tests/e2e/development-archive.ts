import { join } from 'node:path';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { createService } from '../../service/service.ts';
import { saveFullMembers, step } from '../service/development-archive.ts';
import { testKeyCost } from '../service/open-archive.ts';
import { demoPassphrase, openArchive } from './demo-archive.ts';
import type { Launched } from './launch.ts';

/** Who is on the way in the window, by mouse and by keyboard; days of the meetings that vote on both. */
export const people = ['苏念安', '陆知远'] as const;
export const admittedOn = '2024-04-20';
export const confirmedOn = '2025-04-25';

/** Ready for the vote on their admission: the volunteer form is written. */
export const readyPeople = ['沈砚秋', '林知夏'] as const;
const readyDays = [
  ...['2021-12-01', '2021-12-20', '2022-01-20', '2022-01-30', '2022-02-01', '2022-07-15', '2023-01-22', '2023-02-02'],
  ...['2023-02-06', '2023-02-20', '2023-03-01', '2023-03-10', '2023-03-25', '2023-04-02'],
];

/**
 * An archive of five full members and the two members' meetings that vote on the two people, and two who
 * wait for their vote; opened in the window.
 */
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
  for (const [index, name] of readyPeople.entries())
    await call('developmentCase.save', {
      draft: {
        ...{ id: `ready-${index}`, revision: 0, branchId, name, bornOn: '1996-05-06' },
        steps: readyDays.map((on, at) => step(at + 1, on, at === 13 ? { documentNumber: `NO.000020${index}` } : {})),
        contacts: [{ id: 'c1', memberId: 'm1', from: '2022-02-01', to: null }],
        introducers: ['m1', 'm2'].map((memberId) => ({ id: memberId, memberId, from: '2023-02-06', to: null })),
        trainings: [
          {
            ...{ id: 't1', kind: 'candidate' as const, from: '2023-02-27', to: '2023-03-01', days: 3, hours: null },
            ...{ organiser: '', certificate: '' },
          },
        ],
      },
    });
  await call('archive.close', {});
  await openArchive(launched, folder);
}
