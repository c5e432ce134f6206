import type { Service } from '../service/service.ts';
import { developmentTemplate } from '../templates/development.ts';
import { asOf, firstRecord, type Stored, someRecords } from './examples.ts';
import { demand } from './measure.ts';

const part = { kind: 'single', count: 5, content: null, tag: '', difficultyFrom: 1, difficultyTo: 5, points: 2 };
const parts = [part];

/**
 * Records of the types of which the practice archive has none, or none that may still be changed: so that every list
 * and every save has one to be measured with. By type.
 */
export async function addMissingRecords(service: Service): Promise<ReadonlyMap<string, Stored>> {
  const branchId = 'branch-1';
  const added = new Map<string, Stored>();
  const add = async (record: string, fields: object) => {
    const id = `bench-${record}`;
    await demand(service, `${record}.save`, { draft: { id, revision: 0, ...fields } });
    added.set(record, { id, revision: 1 });
  };
  const member = await firstRecord(service, 'member');
  const memberId = member?.id;
  await add('setting', { key: 'dues.reminder-day', value: 15, validFrom: '2030-01-01', source: '测速' });
  await add('question', {
    ...{ branchId, kind: 'single', stem: '测速题', options: ['甲', '乙'], correct: [0], referenceAnswer: '' },
    ...{ explanation: '', contents: ['party-rules'], tags: [], difficulty: 3, source: '测速' },
  });
  await add('examPaper', { branchId, title: '测速卷', parts, seed: 1 });
  await add('exam', {
    ...{ branchId, title: '测速考试', heldOn: asOf, contents: ['party-rules'], mode: 'paper', paperId: null },
    ...{ fullMark: 100, passMark: 60, durationMinutes: 60 },
  });
  await add('course', {
    ...{ branchId, year: 2026, title: '测速课程', form: 'online', contents: ['party-rules'], hours: null },
    ...{ lessons: [{ id: 'bench-lesson', title: '第一课', text: '', minutes: 45, resourceId: null }], isForAll: true },
  });
  await add('organizationalMeasure', {
    ...{ branchId, memberId, kind: 'correction-within-time', cause: '测速', decidedOn: asOf },
  });
  await add('developmentTemplate', { from: '2030-01-01', source: '测速', steps: developmentTemplate.steps });
  const step = {
    id: 'vote',
    name: '选举',
    kinds: ['re-election'],
    anchor: 'expiry',
    months: -2,
    days: 1,
    source: '测速',
  };
  await add('electionTemplate', { from: '2030-01-01', source: '测速', steps: [step] });
  for (const scheme of await someRecords(service, 'pointsScheme')) {
    const { items } = await demand<{ items: { id: string; kind: string }[] }>(service, 'pointsScheme.get', {
      id: scheme.id,
    });
    const itemId = items.find(({ kind }) => kind === 'plus')?.id;
    if (itemId === undefined) continue;
    const entry = { branchId, schemeId: scheme.id, itemId, memberId, on: asOf, tenths: 5, evidence: '测速' };
    await add('pointsEntry', entry);
    break;
  }
  const [attachment] = await someRecords(service, 'attachment');
  if (attachment !== undefined) added.set('attachment', attachment);
  return added;
}

/** An exam on screen on a paper issued for it. Its id. */
export async function screenExam(service: Service): Promise<string> {
  const branchId = 'branch-1';
  const paper = { id: 'bench-screen-paper', revision: 0, branchId, title: '测速卷', seed: 2 };
  await demand(service, 'examPaper.save', { draft: { ...paper, parts } });
  await demand(service, 'examPaper.issue', { id: paper.id, revision: 1 });
  const exam = {
    id: 'bench-screen-exam',
    revision: 0,
    branchId,
    title: '测速',
    heldOn: asOf,
    contents: ['party-rules'],
  };
  await demand(service, 'exam.save', { draft: { ...exam, paperId: paper.id, passMark: 6, durationMinutes: 60 } });
  return exam.id;
}
