import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needsOf, type OperationName, operations } from '../../contract/operations.ts';
import { Role } from '../../contract/permission.ts';
import { passphrase } from './open-archive.ts';
import { openStaffedArchive, type StaffedArchive, staff } from './people-archive.ts';

const day = '2026-11-24';
const draft = { id: 'x', revision: 0 };
const removal = { id: 'x', revision: 1, reason: '登记错了' };
const ledger = { branchId: 'branch-1', year: 2026, asOf: day };
const access = { key: 'access.talk.inspector', value: true, validFrom: day, source: '支部分工' };

/**
 * Each kind of operation and who may do it, in the order of the roles: 书记, 组织委员, 纪检委员, 录入员, 检查员.
 * `y` may, `-` may not. The inputs are sound; whether the records are there does not matter.
 */
const table: readonly [OperationName, unknown, string][] = [
  ['archive.status', {}, 'yyyyy'],
  ['archive.changePassphrase', { passphrase: 'x', newPassphrase: 'x' }, 'yyyyy'],
  ['person.list', {}, 'yyyyy'],
  ['member.list', { asOf: day }, 'yyyyy'],
  ['ledger.list', ledger, 'yyyyy'],
  ['ledger.list', { ...ledger, unmask: true }, 'yy-y-'],
  ['record.dump', { record: 'member' }, 'yyyyy'],
  ['record.dump', { record: 'member', unmask: true }, 'yy-y-'],
  ['copy.make', {}, 'yyyyy'],
  ['member.save', { draft: { ...draft, id: 'new', revision: 9, name: '周敏' } }, 'yy-y-'],
  ['meeting.save', { draft: { ...draft, revision: 9, types: ['members-meeting'] } }, 'yy-y-'],
  ['member.reveal', { id: 'x', field: 'idNumber' }, 'yy-y-'],
  ['rectification.save', { draft: { ...draft, revision: 9 } }, 'yyyy-'],
  ['rectification.remove', removal, 'yy---'],
  ['meeting.void', removal, 'yy---'],
  ['meeting.sign', { ...draft, signedOn: day, chairSignature: '甲', recorderSignature: '乙' }, 'yy---'],
  ['transfer.accept', { ...draft, receiptOn: day }, 'yy---'],
  ['branch.save', { draft: { ...draft, revision: 9 } }, 'yy---'],
  ['setting.save', { draft: { ...draft, revision: 9, key: 'due.home-days' } }, 'yy---'],
  ['setting.save', { draft: { ...draft, revision: 9, ...access } }, 'y----'],
  ['copy.restore', { id: 'x' }, 'yy---'],
  ['change.undo', { target: { change: 999_999 }, plan: '0'.repeat(64), reason: '误改' }, 'yyyy-'],
  ['snapshot.startOver', {}, 'yy---'],
  ['person.add', { name: '甲', role: 'inspector', newPassphrase: 'x', passphrase: 'x' }, 'y----'],
  ['person.save', { draft }, 'y----'],
  ['person.remove', { ...removal, passphrase: 'x' }, 'y----'],
  ['archive.renewRecoveryCode', { passphrase: 'x' }, 'y----'],
  ['archive.renewKey', { passphrase: 'x' }, 'y----'],
  ['archive.revealKey', { passphrase: 'x' }, 'y----'],
  // Restricted subjects as they are shipped.
  ['talk.list', {}, 'yyy--'],
  ['talk.save', { draft: { ...draft, revision: 9 } }, 'yyy--'],
  ['discipline.list', {}, 'y-y--'],
  ['discipline.save', { draft: { ...draft, revision: 9 } }, 'y-y--'],
  ['organizationalMeasure.get', { id: 'x' }, 'y-y--'],
  ['hardship.list', {}, 'yy---'],
  ['hardship.save', { draft: { ...draft, revision: 9 } }, 'yy---'],
  ['record.dump', { record: 'talk' }, 'yyy--'],
  ['record.dump', { record: 'organizationalMeasure' }, 'y-y--'],
  ['history.list', { record: 'hardship' }, 'yy---'],
  ['change.list', { record: 'discipline' }, 'y-y--'],
  ['attachment.list', { record: 'discipline', recordId: 'x' }, 'y-y--'],
  ['attachment.counts', { record: 'talk' }, 'yyy--'],
];

test('who may do what: every kind of operation by every role', async () => {
  const archive = await openStaffedArchive();
  const found: string[] = table.map(() => '');
  for (const name of Object.keys(staff)) {
    await archive.as(name);
    for (const [index, [operation, input]] of table.entries()) {
      const result = await archive.service.call(operation, input);
      found[index] += !result.ok && result.failure.code === 'not-permitted' ? '-' : 'y';
    }
  }
  const told = (marks: readonly string[]) => table.map(([name, input], at) => [name, JSON.stringify(input), marks[at]]);
  expect(Object.values(staff).map(({ role }) => role)).toEqual(Role.options);
  expect(told(found)).toEqual(told(table.map(([, , marks]) => marks)));
});

test('an inspector writes nothing: every operation that writes needs more than reading, but for these', () => {
  const open = (Object.keys(operations) as OperationName[]).filter((name) => {
    const { kind, needs } = operations[name];
    // What depends on the input stands in the table above.
    if (kind !== 'write' || (needs !== undefined && needs.length > 0)) return false;
    return ['self', 'read'].includes(needsOf(name, {}).right);
  });
  expect(open.toSorted()).toEqual([
    'archive.changePassphrase',
    'archive.close',
    'archive.create',
    'archive.createDemo',
    'archive.open',
    'archive.openWithRecoveryCode',
    'archive.restoreCopy',
    // Shown and kept as it is shown; what it belongs to may be restricted (service/restricted.ts).
    'attachment.export',
    'attachment.keepThumbnail',
    'copy.make',
  ]);
});

async function withRestricted(): Promise<StaffedArchive> {
  const archive = await openStaffedArchive();
  for (const [id, name] of [
    ['m1', '周敏'],
    ['m2', '吴兰'],
  ] as const)
    await archive.call('member.save', { draft: { id, revision: 0, name } });
  const of = { branchId: archive.branchId };
  const talk = { ...of, talkerIds: ['m1'], subjectId: 'm2', heldOn: '2026-05-05', content: '谈话里的秘密' };
  await archive.call('talk.save', { draft: { id: 't1', revision: 0, ...talk, kind: 'reminder' } });
  const discipline = { ...of, memberId: 'm1', cause: '处分的事由', decidedOn: '2026-03-03', kind: 'warning' } as const;
  await archive.call('discipline.save', { draft: { id: 'd1', revision: 0, ...discipline } });
  const hardship = {
    ...of,
    memberId: 'm2',
    category: 'illness',
    since: '2026-01-01',
    situation: '困难的详情',
  } as const;
  await archive.call('hardship.save', { draft: { id: 'h1', revision: 0, ...hardship } });
  const education = { ...of, topic: '警示教育会', heldOn: '2026-04-04' };
  await archive.call('warningEducation.save', { draft: { id: 'w1', revision: 0, ...education } });
  return archive;
}

describe('restricted subjects', () => {
  const secrets = ['谈话里的秘密', '处分的事由', '困难的详情'];

  test('are left out of ledgers, history and changes, and each says so', async () => {
    const archive = await withRestricted();
    await archive.as('赵录入');
    const concealed = ['talk', 'discipline', 'hardship'];
    const ledgers = await archive.call('ledger.list', ledger);
    const state = (id: string) => ledgers.find((each) => each.id === id);
    expect(state('22-talks')).toMatchObject({ entries: 0, lacks: [], concealed: 'talk' });
    expect(state('33-discipline')).toMatchObject({ entries: 0, concealed: 'discipline' });
    expect(state('34-hardship')).toMatchObject({ entries: 0, concealed: 'hardship' });
    expect(state('37-warning-education')).toMatchObject({ entries: 1, concealed: 'talk' });
    expect(state('35-honours')).toMatchObject({ concealed: null });
    for (const id of ['22-talks', '33-discipline', '34-hardship', '37-warning-education']) {
      const { page } = await archive.call('ledger.preview', { id, options: ledger });
      const printed = page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join('');
      expect(printed).toContain('受限内容未列');
      for (const secret of secrets) expect(printed).not.toContain(secret);
    }
    const history = await archive.call('history.list', { limit: 500 });
    const changes = await archive.call('change.list', { limit: 500 });
    expect([history.concealed, changes.concealed]).toEqual([concealed, concealed]);
    for (const secret of secrets) expect(JSON.stringify([history, changes])).not.toContain(secret);
    const due = await archive.call('due.list', { branchId: archive.branchId, asOf: day });
    expect(due.concealed).toEqual(concealed);
    expect(due.items.filter(({ record }) => record === 'talk')).toEqual([]);
  });

  test('hide the files that hang on them, in lists, history and single changes', async () => {
    const archive = await withRestricted();
    const file = join(archive.folder, '..', '处分决定.pdf');
    writeFileSync(file, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
    const of = { record: 'discipline', recordId: 'd1', slot: 'scan', title: '处分决定' } as const;
    const grant = archive.service.grant(file, 'read-file');
    await archive.call('attachment.add', { id: 'a1', ...of, files: [{ grant }] });
    const { rows } = await archive.call('change.list', { record: 'attachment' });
    const number = rows[0]?.number ?? 0;
    await archive.as('王组织');
    const refusal = { code: 'not-permitted', subject: 'discipline' };
    for (const [name, input] of [
      ['attachment.list', { record: 'discipline', recordId: 'd1' }],
      ['attachment.get', { id: 'a1' }],
      ['attachment.read', { id: 'a1', position: 0 }],
      ['attachment.remove', { id: 'a1', revision: 1, reason: 'x' }],
      ['change.get', { number }],
    ] as const)
      expect([name, await archive.refused(name, input)]).toMatchObject([name, refusal]);
    expect(await archive.call('record.dump', { record: 'attachment' })).toEqual([]);
    for (const listed of [await archive.call('history.list', {}), await archive.call('change.list', {})])
      expect(JSON.stringify(listed)).not.toContain('处分决定');
  });

  test('one change is read and taken back only by who may read what it touched', async () => {
    const archive = await withRestricted();
    const { rows } = await archive.call('change.list', { record: 'discipline' });
    const number = rows[0]?.number ?? 0;
    await archive.as('王组织');
    const refusal = { code: 'not-permitted', subject: 'discipline' };
    expect(await archive.refused('change.get', { number })).toMatchObject(refusal);
    expect(await archive.refused('change.planUndo', { change: number })).toMatchObject(refusal);
    const undo = { target: { change: number }, plan: '0'.repeat(64), reason: '误记' };
    expect(await archive.refused('change.undo', undo)).toMatchObject(refusal);
  });

  test('follow the dated table, which only the secretary changes, and neither renaming nor undoing gets around it', async () => {
    const archive = await withRestricted();
    const entry = { id: 's1', revision: 0, ...access };
    await archive.call('setting.save', { draft: entry, reason: '检查组来' });
    await archive.as('钱检查');
    expect(await archive.call('talk.list', {})).toHaveLength(1);
    expect(await archive.refused('hardship.list', {})).toMatchObject({ code: 'not-permitted', subject: 'hardship' });
    expect((await archive.call('archive.status', {})).concealed).toEqual(['discipline', 'hardship']);
    await archive.as('王组织');
    expect(await archive.refused('setting.save', { draft: { id: 's1', revision: 1, value: false } })).toMatchObject({
      code: 'not-permitted',
    });
    expect(await archive.refused('setting.remove', { id: 's1', revision: 1, reason: 'x' })).toMatchObject({
      right: 'manage',
    });
    const { rows } = await archive.call('change.list', { record: 'setting' });
    const target = { change: rows[0]?.number ?? 0 };
    const { plan } = await archive.call('change.planUndo', target);
    expect(await archive.refused('change.undo', { target, plan, reason: 'x' })).toMatchObject({ right: 'manage' });
  });
});

describe('the second person', () => {
  const meeting = {
    id: 'k1',
    revision: 0,
    branchId: 'branch-1',
    types: ['members-meeting'],
    title: '党员大会',
    heldOn: '2026-10-10',
  } as const;
  const exclusion = {
    memberId: 'm1',
    reason: 'bedridden',
    superiorApprovedOn: '2026-09-01',
    superiorApprovalNumber: '',
    adoptedByMeetingOn: '2026-09-02',
    confirmedBy: null,
  } as const;
  const of = (name: string, secret = staff[name]?.passphrase ?? '') => ({ person: name, passphrase: secret });

  test('confirms a void with their own passphrase; nobody else, and not with a wrong one', async () => {
    const archive = await openStaffedArchive();
    await archive.call('meeting.save', { draft: { ...meeting, types: [...meeting.types] } });
    const wanted = { id: 'k1', revision: 1, reason: '重复登记' };
    const needed = { code: 'second-person-needed', people: ['王组织'] };
    expect(await archive.refused('meeting.void', wanted)).toEqual(needed);
    for (const name of ['欧阳静', '李纪检', '赵录入', '钱检查', '没有这个人'])
      expect(await archive.refused('meeting.void', { ...wanted, second: of(name, passphrase) })).toEqual(needed);
    expect(await archive.refused('meeting.void', { ...wanted, second: of('王组织', passphrase) })).toMatchObject({
      code: 'second-person-refused',
      person: '王组织',
    });
    const { meeting: voided } = await archive.call('meeting.void', { ...wanted, second: of('王组织') });
    expect(voided).toMatchObject({ voidedOn: day, voidReason: '重复登记', voidConfirmedBy: '王组织' });
    const history = JSON.stringify(await archive.call('history.list', { limit: 500 }));
    for (const person of Object.values(staff)) expect(history).not.toContain(person.passphrase);
    expect(history).toContain('王组织');
  });

  test('confirms who is newly not counted in the expected base, whoever enters it; the confirmation stays with the line', async () => {
    const archive = await openStaffedArchive();
    await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } });
    await archive.as('赵录入');
    const planned = { ...meeting, types: [...meeting.types], exclusions: [{ ...exclusion, confirmedBy: '欧阳静' }] };
    expect(await archive.refused('meeting.save', { draft: planned })).toEqual({
      code: 'second-person-needed',
      people: ['欧阳静', '王组织'],
    });
    const saved = await archive.call('meeting.save', { draft: planned, second: of('欧阳静') });
    expect(saved.meeting.exclusions).toEqual([{ ...exclusion, confirmedBy: '欧阳静' }]);
    const later = await archive.call('meeting.save', {
      draft: { id: 'k1', revision: 1, place: '会议室', exclusions: [exclusion] },
    });
    expect(later.meeting.exclusions).toEqual([{ ...exclusion, confirmedBy: '欧阳静' }]);
    const other = { ...exclusion, reason: 'abroad-six-months' as const };
    expect(
      await archive.refused('meeting.save', { draft: { id: 'k1', revision: 2, exclusions: [other] } }),
    ).toMatchObject({
      code: 'second-person-needed',
    });
  });

  test('confirms the removal of a payment whose receipt is out; one without needs nobody', async () => {
    const archive = await openStaffedArchive();
    await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } });
    const payment = {
      branchId: archive.branchId,
      memberId: 'm1',
      paidOn: '2026-10-10',
      kind: 'voluntary',
      amount: 100,
    };
    const save = (id: string, receiptNumber: string) =>
      archive.service.call('duesPayment.save', { draft: { ...payment, id, revision: 0, receiptNumber } });
    for (const [id, number] of [
      ['p1', ''],
      ['p2', '0001'],
    ] as const)
      expect(await save(id, number)).toMatchObject({ ok: true });
    const removal = (id: string) => ({ id, revision: 1, reason: '重复收款' });
    await archive.call('duesPayment.remove', removal('p1'));
    expect(await archive.refused('duesPayment.remove', removal('p2'))).toMatchObject({ code: 'second-person-needed' });
    await archive.call('duesPayment.remove', { ...removal('p2'), second: of('王组织') });
    const { rows } = await archive.call('change.list', { record: 'duesPayment', id: 'p2' });
    expect(rows[0]?.reason).toBe('重复收款（王组织确认）');
  });

  test('where nobody else could, it is done by one person, and the record says so', async () => {
    const { openTestArchive } = await import('./open-archive.ts');
    const archive = await openTestArchive();
    await archive.call('member.save', { draft: { id: 'm1', revision: 0, name: '周敏' } });
    const draftOf = { ...meeting, types: [...meeting.types], exclusions: [exclusion] };
    const saved = await archive.call('meeting.save', { draft: draftOf });
    expect(saved.meeting.exclusions).toEqual([{ ...exclusion, confirmedBy: '' }]);
    const { meeting: voided } = await archive.call('meeting.void', { id: 'k1', revision: 1, reason: '误记' });
    expect(voided.voidConfirmedBy).toBe('');
  });

  test('reviews a paper of a development case that another person entered', async () => {
    const archive = await openStaffedArchive();
    const paper = (state: 'submitted' | 'accepted') => ({
      id: 'p1',
      stepNo: 1,
      title: '入党申请书',
      state,
      returnReason: '',
      hasBeenSeen: true,
      pages: 2,
      location: '',
      submittedBy: '周敏',
      submittedOn: '2026-10-10',
      reviewer: '',
      reviewedOn: null,
      submissionEnteredBy: null,
    });
    const of = { id: 'c1', branchId: archive.branchId, name: '周敏', bornOn: '1990-01-01' };
    await archive.as('王组织');
    await archive.call('developmentCase.save', { draft: { ...of, revision: 0, documents: [paper('submitted')] } });
    const accept = { draft: { id: 'c1', revision: 1, documents: [paper('accepted')] } };
    expect(await archive.refused('developmentCase.save', accept)).toMatchObject({
      code: 'rule-broken',
      rule: 'document-review',
      expected: '欧阳静',
    });
    await archive.as('赵录入');
    expect(await archive.refused('developmentCase.save', accept)).toMatchObject({
      code: 'not-permitted',
      right: 'decide',
    });
    await archive.as('欧阳静');
    const accepted = await archive.call('developmentCase.save', accept);
    expect(accepted.documents[0]).toMatchObject({ state: 'accepted', submissionEnteredBy: '王组织' });
  });
});
