import { settingOn } from '../settings.ts';
import { type Check, type CheckedMeeting, type Finding, heldMeetings } from './check.ts';

/**
 * Meetings of the year without their 签到表 or without signatures: one finding for each, however many meetings, that
 * leads to the earliest of them. For information only; the setting `attachment.check` silences it.
 */
export const s3c: Check = {
  id: 'S3c',
  subject: 'meetings',
  source: '惯例：会议记录附签到表，主持人、记录人签字',
  codes: ['sign-in-missing', 'unsigned'],
  evaluate(facts) {
    if (settingOn(facts.settings, 'attachment.check', facts.asOf).value !== 'tell') return [];
    const year = facts.asOf.slice(0, 4);
    const held = heldMeetings(facts).filter(({ heldOn }) => heldOn.startsWith(year));
    const sheets = new Set(facts.signInSheets);
    return [
      ...about(
        'sign-in-missing',
        year,
        held.filter(({ id }) => !sheets.has(id)),
      ),
      ...about(
        'unsigned',
        year,
        held.filter(({ signedOn }) => signedOn === null),
      ),
    ];
  },
};

function about(code: string, year: string, lacking: readonly CheckedMeeting[]): Finding[] {
  const [first] = lacking.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn));
  if (first === undefined) return [];
  return [
    {
      key: `${code}.${year}`,
      severity: 'incomplete',
      dueOn: null,
      record: 'meeting',
      recordId: first.id,
      params: { code, year: Number(year), meetings: lacking.length, title: first.title, heldOn: first.heldOn },
      expected: '0',
      actual: String(lacking.length),
    },
  ];
}
