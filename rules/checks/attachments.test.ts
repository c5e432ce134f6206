import { expect, test } from 'vitest';
import { s3c } from './attachments.ts';
import { facts, found, meeting } from './fixtures.ts';

const meetings = [
  meeting('old', { heldOn: '2025-12-01' }),
  meeting('late', { heldOn: '2026-10-10' }),
  meeting('early', { heldOn: '2026-03-05' }),
  meeting('done', { heldOn: '2026-04-01', signedOn: '2026-04-02' }),
  meeting('void', { heldOn: '2026-01-01', voidedOn: '2026-01-02' }),
  meeting('coming', { heldOn: '2026-12-20' }),
];

test('S3c counts the meetings of the year so far without 签到表 or signature, and leads to the earliest', () => {
  const value = facts('2026-11-24', { meetings, signInSheets: ['done'] });
  expect(found(s3c, value)).toEqual(['sign-in-missing:incomplete', 'unsigned:incomplete']);
  expect(s3c.evaluate(value).map(({ recordId, actual }) => [recordId, actual])).toEqual([
    ['early', '2'],
    ['early', '2'],
  ]);
});

test('S3c says nothing where nothing lacks, or where the branch silenced it', () => {
  const setting = { key: 'attachment.check', value: 'silent', validFrom: '2026-01-01', validTo: null, source: '支部' };
  expect(found(s3c, facts('2026-11-24', { meetings, settings: [setting] }))).toEqual([]);
  const done = meetings.filter(({ id }) => id === 'done');
  expect(found(s3c, facts('2026-11-24', { meetings: done, signInSheets: ['done'] }))).toEqual([]);
});
