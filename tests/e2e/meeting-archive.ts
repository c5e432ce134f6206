import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createService } from '../../service/service.ts';
import { testId } from '../fixtures/rosters.ts';
import { testKeyCost } from '../service/open-archive.ts';
import { demoPassphrase, openArchive } from './demo-archive.ts';
import type { Launched } from './launch.ts';

/** The people of the drawn screen: fourteen full members, two probationary ones, one applicant. */
const full = [
  ...['王秀英', '陈志远', '欧阳静', '刘海燕', '赵永福', '买买提·艾力', '周晓梅', '古丽娜尔·吐尔逊', '司马文博'],
  ...['孙丽华', '吴德顺', '何长青', '张桂兰', '蔡国栋'],
];

/** A name of its own for each of some thousand more. */
function nameOf(index: number): string {
  const [first = '', second = '', third = ''] = [
    '张王李刘陈杨赵黄周吴',
    '建国文志海明德永春长',
    '华强平军林生贵兴民安',
  ];
  return `${first[index % 10]}${second[Math.floor(index / 10) % 10]}${third[Math.floor(index / 100) % 10]}`;
}

/** Makes an archive with one branch and opens it in the window. */
export async function openMeetingBranch(launched: Launched, members = 16): Promise<void> {
  const folder = join(launched.folder, '临江社区第二支部.zhibu');
  const service = createService({ keyCost: testKeyCost });
  const call = async (name: string, input: unknown) => {
    const result = await service.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value;
  };
  const created = await call('archive.create', {
    folder: service.grant(folder, 'write-folder'),
    name: '临江社区第二支部',
    person: '欧阳静',
    passphrase: demoPassphrase,
    branch: { id: 'b1', revision: 0, fullName: '中共临江社区第二支部委员会', shortName: '临江社区第二党支部' },
  });
  const { recoveryCode } = created as { recoveryCode: string };
  const groups = recoveryCode.split('-').slice(0, 2);
  await call('archive.confirmRecoveryCode', { groups, positions: [0, 1] });
  const save = (id: string, name: string, dates: object) =>
    call('member.save', {
      draft: {
        ...{ id, revision: 0, name, ...dates },
        memberships: [
          {
            ...{ id: `stay-${id}`, branchId: 'b1', groupId: null, from: '2012-07-01', entryKind: 'registered' },
            ...{ to: null, leaveKind: null, reason: '' },
          },
        ],
      },
    });
  const named = full.slice(0, members - 2);
  for (const [index, name] of named.entries())
    await save(`m${index + 1}`, name, { joinedOn: '2009-07-01', confirmedOn: '2010-07-01' });
  await save('p1', '郑佳怡', { joinedOn: '2026-03-05' });
  await save('p2', '黄启航', { joinedOn: '2026-03-05' });
  await save('a1', '林小满', { appliedOn: '2024-05-04', activistOn: '2025-01-10', candidateOn: '2026-02-01' });
  for (const [index, title] of (['secretary', 'publicity', 'organisation'] as const).entries())
    await call('post.save', {
      draft: { id: `post-${index}`, revision: 0, branchId: 'b1', memberId: `m${index + 1}`, title, from: '2024-01-10' },
    });
  if (members - 2 > full.length) {
    // By a roster, which is one transaction: hundreds of saves wait hundreds of times for the disk.
    const roster = `${folder}.csv`;
    const rows = Array.from(
      { length: members - 2 - full.length },
      (_, index) => `${nameOf(index)},${testId('19800102', index + 1)},2009-07-01,2010-07-01`,
    );
    await writeFile(roster, ['姓名,公民身份号码,入党日期,转正日期', ...rows].join('\n'));
    const { planId } = (await call('import.plan', { file: service.grant(roster, 'read-file') })) as { planId: string };
    await call('import.apply', { planId, onRollFrom: '2012-07-01' });
    await rm(roster);
  }
  await call('archive.close', {});
  await openArchive(launched, folder);
}
