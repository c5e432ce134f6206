import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGroups, idNumber, jing, type MemberDraft, stay } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';
import { lastChange, planUndo, undo, undoRefused } from './undoing.ts';

let archive: TestArchive;
let ids = 0;
let remove = () => {};

beforeAll(async () => {
  archive = await openTestArchive({
    whenDone: (done) => {
      remove = done;
    },
  });
  await addGroups(archive, '第一党小组', '第二党小组');
}, 60_000);

afterAll(() => remove());

/** A person of their own for each test, so that one archive serves all. */
async function person(over: Partial<MemberDraft> = {}): Promise<string> {
  const id = `p${++ids}`;
  await archive.call('member.save', {
    draft: {
      ...jing,
      id,
      idNumber: null,
      name: `张三${ids}`,
      memberships: [stay({ id: `stay-${id}` })],
      ...over,
    },
  });
  return id;
}

async function edit(id: string, fields: Partial<MemberDraft>, reason = ''): Promise<number> {
  const { revision } = await archive.call('member.get', { id, asOf: '2026-11-24' });
  await archive.call('member.save', { draft: { id, revision, ...fields }, reason });
  return lastChange(archive);
}

async function dumped(record: 'member' | 'group' | 'meeting' | 'talk' | 'discipline', id: string) {
  const rows = await archive.call('record.dump', { record, unmask: true });
  return rows.find((row) => row.id === id);
}

test('a change says what it touched, and its undo field by field what it would do; reading writes nothing', async () => {
  const id = await person();
  const number = await edit(id, { education: '20', employer: '社区居委会' }, '按毕业证更正');
  const { change, entries } = await archive.call('change.get', { number });
  expect(change).toMatchObject({
    number,
    actor: '欧阳静',
    operation: 'member.save',
    reason: '按毕业证更正',
    undoneBy: null,
    isUndoable: true,
    records: [{ record: 'member', id, action: 'update', fields: [{ field: 'education' }, { field: 'employer' }] }],
  });
  expect(entries).toHaveLength(1);
  const plan = await planUndo(archive, number);
  expect(plan).toMatchObject({
    counts: { effects: 1, restored: 1, returned: 0, removed: 0 },
    obstacles: [],
    effects: [
      {
        kind: 'restored',
        record: 'member',
        recordId: id,
        changes: [
          { field: 'education', before: '20', after: null },
          { field: 'employer', before: '社区居委会', after: '' },
        ],
      },
    ],
  });
  expect(await lastChange(archive)).toBe(number);
});

test('an undo restores exactly its fields, as a change of its own that can be undone again', async () => {
  const id = await person();
  const before = await dumped('member', id);
  const number = await edit(id, { education: '20' });
  const later = await edit(id, { note: '已谈话' });
  const undone = await undo(archive, number);
  expect(undone).toMatchObject({ restored: 1, returned: 0, removed: 0, copyId: null });
  expect(await dumped('member', id)).toEqual({ ...before, note: '已谈话', revision: 4 });
  const { change } = await archive.call('change.get', { number });
  expect(change.undoneBy).toBe(undone.change);
  expect((await archive.call('change.get', { number: undone.change })).change).toMatchObject({
    operation: 'change.undo',
    reason: '录错了',
    batch: undone.batch,
    undoes: [number],
  });
  expect(await undoRefused(archive, number)).toMatchObject({ code: 'cannot-undo', reason: 'already-undone' });
  // Done again by undoing the undo, and undone once more.
  await undo(archive, undone.batch);
  expect(await dumped('member', id)).toMatchObject({ education: '20', note: '已谈话' });
  await undo(archive, number);
  await undo(archive, later);
  expect(await dumped('member', id)).toEqual({ ...before, revision: expect.any(Number) });
  expect((await archive.call('archive.verify', {})).ok).toBe(true);
});

test('a field changed since is in the way, and the later change is named; once that is undone it is not', async () => {
  const id = await person();
  const first = await edit(id, { education: '20' });
  const second = await edit(id, { education: '30' }, '又改');
  const plan = await planUndo(archive, first);
  expect(plan.obstacles).toMatchObject([
    {
      code: 'changed-since',
      record: 'member',
      id,
      fields: [{ field: 'education' }],
      change: { number: second, reason: '又改' },
    },
  ]);
  expect(await undoRefused(archive, first)).toMatchObject({ code: 'cannot-undo', reason: 'changed-since' });
  await undo(archive, second);
  await undo(archive, first);
  expect(await dumped('member', id)).toMatchObject({ education: null });
});

test('what was created goes, what was removed comes back with what the line said of the member', async () => {
  const id = await person();
  const before = await dumped('member', id);
  await archive.call('discipline.save', {
    draft: {
      id: `d-${id}`,
      revision: 0,
      branchId: archive.branchId,
      memberId: id,
      kind: 'probation-within-party',
      months: 12,
      cause: '违反纪律',
      decidedOn: '2026-03-01',
    },
  });
  const made = await lastChange(archive);
  const line = await dumped('discipline', `d-${id}`);
  await archive.call('discipline.remove', { id: `d-${id}`, revision: 1, reason: '误录' });
  const removed = await lastChange(archive);
  expect(await dumped('member', id)).toEqual({ ...before, revision: expect.any(Number) });
  expect(await undo(archive, removed)).toMatchObject({ returned: 1, restored: 1 });
  expect(await dumped('discipline', `d-${id}`)).toEqual(line);
  expect((await dumped('member', id))?.statuses).toMatchObject([{ kind: 'rights-suspended', from: '2026-03-01' }]);
  expect(await undo(archive, made)).toMatchObject({ removed: 1, restored: 1 });
  expect(await dumped('discipline', `d-${id}`)).toBeUndefined();
  expect(await dumped('member', id)).toEqual({ ...before, revision: expect.any(Number) });
});

test('a person somebody refers to stays: by a column, and from inside a list', async () => {
  const id = await person();
  const made = await lastChange(archive);
  const other = await person();
  await archive.call('talk.save', {
    draft: {
      id: `t-${id}`,
      revision: 0,
      branchId: archive.branchId,
      kind: 'reminder',
      heldOn: '2026-05-01',
      talkerIds: [id],
      subjectId: other,
    },
  });
  expect((await planUndo(archive, made)).obstacles).toMatchObject([
    { code: 'used-since', record: 'talk', id: `t-${id}` },
  ]);
  expect(await undoRefused(archive, made)).toMatchObject({ reason: 'used-since' });
});

test('signed minutes and their signature are never taken back', async () => {
  const id = await person();
  const draft = {
    id: `meeting-${id}`,
    revision: 0,
    branchId: archive.branchId,
    types: ['members-meeting' as const],
    title: '十一月支部党员大会',
    heldOn: '2026-11-20',
    attendance: [{ memberId: id, state: 'present' as const, reason: '', opinionReceivedOn: null }],
  };
  await archive.call('meeting.save', { draft });
  await archive.call('meeting.save', { draft: { id: draft.id, revision: 1, place: '社区二楼' } });
  const placed = await lastChange(archive);
  await archive.call('meeting.sign', {
    id: draft.id,
    revision: 2,
    signedOn: '2026-11-21',
    chairSignature: '欧阳静',
    recorderSignature: '李四',
  });
  const signed = await lastChange(archive);
  expect(await undoRefused(archive, placed)).toMatchObject({ reason: 'signed', records: [{ record: 'meeting' }] });
  expect(await undoRefused(archive, signed)).toMatchObject({ reason: 'operation-final' });
  await archive.call('meeting.amend', { id: draft.id, revision: 3, field: '地点', text: '三楼', reason: '更正' });
  expect(await undoRefused(archive, await lastChange(archive))).toMatchObject({ reason: 'operation-final' });
  expect(await dumped('meeting', draft.id)).toMatchObject({ place: '社区二楼', signedOn: '2026-11-21' });
});

test('what would not pass a save is not restored: stays that would overlap, an ID number taken since', async () => {
  const id = await person();
  const from = { ...stay({ id: `stay-${id}` }), to: '2020-01-01', leaveKind: 'group-change' as const };
  const left = await edit(id, { memberships: [from] });
  await edit(id, { memberships: [from, stay({ id: `again-${id}`, from: '2021-01-01', entryKind: 'restored' })] });
  expect((await planUndo(archive, left)).obstacles).toMatchObject([
    { code: 'rule-broken', record: 'member', id, failure: { code: 'invalid-input' } },
  ]);
  const first = await person({ idNumber });
  const cleared = await edit(first, { idNumber: null });
  const second = await person({ idNumber });
  expect((await planUndo(archive, cleared)).obstacles).toMatchObject([
    { code: 'contradicts', record: 'member', id: second },
  ]);
});

test('a payment with a receipt is not taken back; one without is', async () => {
  const id = await person();
  const pay = (key: string, receiptNumber: string) =>
    archive.call('duesPayment.save', {
      draft: {
        id: `${key}-${id}`,
        revision: 0,
        branchId: archive.branchId,
        memberId: id,
        lines: [{ month: '2026-10', amount: 500 }],
        paidOn: '2026-10-10',
        method: 'cash',
        receiptNumber,
      },
    });
  await pay('with', 'No. 12');
  expect(await undoRefused(archive, await lastChange(archive))).toMatchObject({ reason: 'receipt-issued' });
  await pay('without', '');
  expect(await undo(archive, await lastChange(archive))).toMatchObject({ removed: 1 });
});

test('an undo is bound to what was shown: changed meanwhile, it is refused', async () => {
  const id = await person();
  const number = await edit(id, { education: '20' });
  const { plan } = await planUndo(archive, number);
  await edit(id, { note: '其间改过' });
  const asked = { target: { change: number }, plan, reason: '录错了' };
  expect(await archive.refused('change.undo', asked)).toMatchObject({ code: 'plan-expired' });
  const fresh = await planUndo(archive, number);
  // A change elsewhere is no reason.
  await person();
  await archive.call('change.undo', { ...asked, plan: fresh.plan });
  expect(await dumped('member', id)).toMatchObject({ education: null, note: '其间改过' });
});

test('only showing is no change; founding the archive stands; unknown ones are told', async () => {
  const id = await person();
  await archive.call('member.reveal', { id, field: 'mobilePhone' });
  const { rows } = await archive.call('change.list', { includeAccess: true, limit: 1 });
  expect(rows[0]).toMatchObject({ isAccess: true, isUndoable: false, records: [{ action: 'access' }] });
  expect(await undoRefused(archive, rows[0]?.number ?? 0)).toMatchObject({ reason: 'nothing-to-undo' });
  expect(await undoRefused(archive, 1)).toMatchObject({ reason: 'operation-final' });
  expect(await archive.refused('change.planUndo', { change: 999_999 })).toMatchObject({ code: 'no-such-record' });
  expect(await archive.refused('change.planUndo', { batch: '没有这一批' })).toMatchObject({ code: 'no-such-record' });
  for (const wrong of [{ change: 1, batch: 'x' }, { change: 'a' }, { change: 0 }, {}, { change: 1, more: 1 }])
    expect(await archive.refused('change.planUndo', wrong)).toMatchObject({ code: 'invalid-input' });
  expect(await archive.refused('change.undo', { target: { change: 1 }, plan: 'x', reason: '' })).toMatchObject({
    code: 'invalid-input',
  });
});

test('changes are found by person, day, record, member, batch and reason', async () => {
  const id = await person();
  const number = await edit(id, { education: '20' }, '按毕业证更正甲');
  const find = async (filter: object) => (await archive.call('change.list', filter)).rows.map((row) => row.number);
  expect(await find({ search: '毕业证更正甲' })).toEqual([number]);
  expect(await find({ record: 'member', id })).toHaveLength(2);
  const talker = await person();
  await archive.call('talk.save', {
    draft: {
      id: `of-${id}`,
      revision: 0,
      branchId: archive.branchId,
      kind: 'reminder',
      heldOn: '2026-05-01',
      talkerIds: [talker],
      subjectId: id,
    },
  });
  const talk = await lastChange(archive);
  expect(await find({ memberId: id })).toEqual([talk, ...(await find({ record: 'member', id }))]);
  expect(await find({ record: 'talk', memberId: id })).toEqual([talk]);
  expect(await find({ from: '2026-11-24', to: '2026-11-24', limit: 500 })).toHaveLength(
    (await find({ limit: 500 })).length,
  );
  expect(await find({ to: '2026-11-23' })).toEqual([]);
  expect(await find({ actor: '别人' })).toEqual([]);
  expect(await archive.call('change.actors', {})).toEqual(['欧阳静']);
  const undone = await undo(archive, talk);
  expect(await find({ batch: undone.batch })).toEqual([undone.change]);
});

test('an accepted transfer is taken back whole: the letter is issued again and the member is here again', async () => {
  const id = await person();
  const before = await dumped('member', id);
  const draft = {
    id: `x-${id}`,
    revision: 0,
    branchId: archive.branchId,
    direction: 'out' as const,
    memberId: id,
    otherOrganisation: '中共城南社区支部委员会',
    startedOn: '2026-10-01',
    issuedOn: '2026-10-02',
    state: 'issued' as const,
  };
  await archive.call('transfer.save', { draft });
  await archive.call('transfer.accept', { id: draft.id, revision: 1, receiptOn: '2026-10-20' });
  const accepted = await lastChange(archive);
  expect(await dumped('member', id)).toMatchObject({
    memberships: [{ to: '2026-10-20', leaveKind: 'transferred-out' }],
  });
  expect(await undo(archive, accepted)).toMatchObject({ restored: 2 });
  expect(await dumped('member', id)).toEqual({ ...before, revision: expect.any(Number) });
  expect(await archive.call('transfer.get', { id: draft.id })).toMatchObject({ state: 'issued', receiptOn: null });
});
