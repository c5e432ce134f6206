import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ids, meetingDraft, openMeetingArchive, states } from './meeting-archive.ts';

test('the record and the sign-in sheet of one meeting are printed alone, under a name of their own', async () => {
  const { call, service, folder } = await openMeetingArchive(3);
  const attendance = states(ids('m', 1, 3));
  await call('meeting.save', { draft: meetingDraft({ attendance }) });
  await call('meeting.save', { draft: meetingDraft({ id: 'meeting-2', heldOn: '2026-11-22', attendance }) });
  const options = { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' };
  const all = await call('ledger.preview', { id: '20-meeting-minutes', options });
  const one = await call('ledger.preview', {
    id: '20-meeting-minutes',
    options: { ...options, recordId: 'meeting-2' },
  });
  expect([all.pages, one.pages]).toEqual([2, 1]);
  const words = one.page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join('');
  expect(words).toContain('2026年11月22日');
  expect(words).toContain('2026 年第 2 次');
  const out = join(folder, '..', 'out');
  const { files } = await call('ledger.export', {
    ids: ['19-sign-in-sheets', '20-meeting-minutes'],
    formats: ['pdf'],
    options: { ...options, recordId: 'meeting-2' },
    folder: service.grant(out, 'write-folder'),
  });
  expect(files.map((file) => file.name)).toEqual([
    '19-会议签到表-2026-11-22 党员大会.pdf',
    '20-会议记录-2026-11-22 党员大会.pdf',
  ]);
  expect(readdirSync(out).sort()).toEqual(files.map((file) => file.name));
});
