import type { MeetingView, Tally } from '../../contract/meeting.ts';
import { quorumText, quorumWord } from '../text/meetings.ts';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.meetings.entry;

/** Always in sight: who is expected, who came, and whether the vote at hand has its quorum, with the arithmetic. */
export function ResultBar({ view, tally }: { view: MeetingView | undefined; tally: Tally | undefined }) {
  return (
    <section className="result-bar" aria-live="polite">
      {view === undefined ? (
        <span className="note">{words.waiting}</span>
      ) : (
        <>
          <Pair label={words.present.expected} count={view.counted.expected} />
          <Pair label={words.present.present} count={view.counted.present} />
          <span className="result-line" />
          <Pair label={words.present.rightsExpected} count={view.counted.rightsExpected} />
          <Pair label={words.present.rightsPresent} count={view.counted.rightsPresent} />
          <span className="result-line" />
          {tally === undefined ? (
            <span className="note">{words.noVote}</span>
          ) : (
            <>
              <span className="result-quorum">
                <span className="result-label">{words.quorum}</span>
                <strong>
                  <SeverityMark severity={tally.quorum.met ? 'met' : 'overdue'} label={quorumWord(tally)} />
                </strong>
                <span>{quorumText(tally)}</span>
              </span>
              <span className="result-source note" title={tally.source}>
                {tally.source}
              </span>
            </>
          )}
        </>
      )}
    </section>
  );
}

function Pair({ label, count }: { label: string; count: number }) {
  return (
    <span className="result-pair">
      <span className="result-label">{label}</span>
      <strong>{count}</strong>
    </span>
  );
}
