import type { MeetingFinding } from '../../contract/meeting.ts';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.meetings.missing;

/** What the record lacks or contradicts, as sentences; an incomplete record is saved all the same. */
export function MissingList({
  findings,
  names,
}: {
  findings: readonly MeetingFinding[];
  names: ReadonlyMap<string, string>;
}) {
  const sentences = [...new Set(findings.map((finding) => findingText(finding, names)))];
  return (
    <section className="missing" aria-label={words.title(sentences.length)}>
      {sentences.length === 0 ? (
        <SeverityMark severity="met" label={words.none} />
      ) : (
        <>
          <SeverityMark severity="incomplete" label={words.title(sentences.length)} />
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence} className="missing-line">
                {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** One finding as a sentence. */
export function findingText(finding: MeetingFinding, names: ReadonlyMap<string, string>): string {
  const { rule, field, expected, actual } = finding;
  const [part = '', place = '', code = ''] = field.split('.');
  const name = names.get(place) ?? place;
  if (rule === 'late-entry') return words.late(actual);
  if (rule === 'M12') return words.exclusion(name);
  if (part === 'votes') return text.meetings.finding[code] ?? code;
  if (rule === 'M11') return words.writtenWithoutRights(name);
  if (part === 'attendance') return place === '' ? words.unaccounted(expected, actual) : words.notExpected(name);
  return words.lacks(words.fields[field] ?? field);
}
