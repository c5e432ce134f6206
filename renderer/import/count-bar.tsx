import type { RosterCounts } from '../../contract/roster-import.ts';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.rosterImport.counts;

/** The four numbers, and that nothing is written yet. */
export function CountBar({ counts }: { counts: RosterCounts }) {
  const hasProblems = counts.problemRows > 0;
  return (
    <section className="import-counts" aria-label={text.rosterImport.tabs}>
      <Count number={counts.new} label={words.new} note={words.newNote} />
      <Count number={counts.changed} label={words.changed} note={words.changedNote(counts.changedFields)} />
      <Count number={counts.same} label={words.same} note={words.sameNote} isQuiet />
      <div className={`import-count ${hasProblems ? 'import-count-bad' : 'import-count-quiet'}`}>
        <strong>{counts.problemRows}</strong>
        <div>
          {hasProblems ? <SeverityMark severity="overdue" label={words.problems} /> : <p>{words.problems}</p>}
          <p className="note">{hasProblems ? words.problemsNote : words.noProblems}</p>
        </div>
      </div>
      <div className="import-count import-safe">
        <div>
          <p className="import-safe-title">{text.rosterImport.nothingWritten}</p>
          <p className="note">{text.rosterImport.nothingWrittenNote}</p>
        </div>
      </div>
    </section>
  );
}

function Count({
  number,
  label,
  note,
  isQuiet = false,
}: {
  number: number;
  label: string;
  note: string;
  isQuiet?: boolean;
}) {
  return (
    <div className={`import-count ${isQuiet ? 'import-count-quiet' : ''}`}>
      <strong>{number}</strong>
      <div>
        <p>{label}</p>
        <p className="note">{note}</p>
      </div>
    </div>
  );
}
