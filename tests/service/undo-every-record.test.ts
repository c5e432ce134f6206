import { expect, test } from 'vitest';
import { RecordName } from '../../contract/history.ts';
import { operations } from '../../contract/operations.ts';
import { createService } from '../../service/service.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';
import { lastChange, undo } from './undoing.ts';

type Row = Record<string, unknown>;

/** Kept as they were made: papers handed in, certificates, keys and roles, versions of the steps, what was asked. */
const notEdited = new Set<RecordName>(['examSitting', 'examCertificate', 'person', 'developmentTemplate', 'survey']);

/** Of these the practice archive has none, or only what is approved and handed out already. */
const settled = new Set<RecordName>([
  ...(['organizationalMeasure', 'pointsEntry', 'examPaper', 'attachment', 'setting'] as const),
  ...(['election', 'electionTemplate'] as const),
]);

/** Words that an edit may change in most records, the likeliest first. */
const likely = ['note', 'evidence', 'content', 'place', 'problems', 'description', 'title', 'name', 'source'];

async function rowsOf(archive: TestArchive, record: RecordName): Promise<Row[]> {
  const rows = await archive.call('record.dump', { record, unmask: true });
  return rows.map(({ revision: _revision, ...row }) => row);
}

/** Changes a text of some record of the type; the number of the change, `null` when the engine lets none be made. */
async function edit(archive: TestArchive, record: RecordName): Promise<number | null> {
  const rows = await archive.call('record.dump', { record, unmask: true });
  for (const row of rows.slice(-5)) {
    const texts = Object.keys(row).filter((field) => typeof row[field] === 'string' && !/(^id|Id|On|At)$/.test(field));
    const fields = [...likely.filter((field) => texts.includes(field)), ...texts];
    for (const field of fields) {
      const draft = { id: row.id, revision: row.revision, [field]: `${String(row[field])}改` };
      const saved = await archive.service.call(`${record}.save`, { draft, reason: '' });
      if (saved.ok) return lastChange(archive);
    }
  }
  return null;
}

test('of every record type with a save, an edit is undone and redone', async () => {
  const archive = await openTestArchive();
  const service = createService({ keyCost: { memory: 64, passes: 1, lanes: 1 } });
  const folder = `${archive.folder}-2`;
  const made = await service.call('archive.createDemo', {
    folder: service.grant(folder, 'write-folder'),
    person: '欧阳静',
    passphrase: '练习档案密码2026',
    members: 24,
    years: 2,
    seed: 1,
  });
  expect(made).toMatchObject({ ok: true });
  const demo: TestArchive = {
    ...archive,
    service,
    folder,
    call: async (name, input) => {
      const result = await service.call(name, input);
      if (!result.ok) throw Object.assign(new Error(`${name}: ${JSON.stringify(result.failure)}`), result);
      return result.value as never;
    },
  };
  const unedited: RecordName[] = [];
  for (const record of RecordName.options) {
    if (notEdited.has(record) || !Object.hasOwn(operations, `${record}.save`)) continue;
    const before = await rowsOf(demo, record);
    const edited = await edit(demo, record);
    if (edited === null) {
      unedited.push(record);
      continue;
    }
    const after = await rowsOf(demo, record);
    expect(after, record).not.toEqual(before);
    const { change } = await undo(demo, edited);
    expect(await rowsOf(demo, record), record).toEqual(before);
    await undo(demo, change);
    expect(await rowsOf(demo, record), record).toEqual(after);
  }
  service.stop();
  expect(unedited.filter((record) => !settled.has(record))).toEqual([]);
}, 120_000);
