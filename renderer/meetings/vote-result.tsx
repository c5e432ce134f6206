import { Segmented } from 'antd';
import type { Tally, Vote } from '../../contract/meeting.ts';
import { halfOf } from '../../rules/ballots.ts';
import { quorumText, quorumWord } from '../text/meetings.ts';
import { text } from '../text/zh-CN.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.meetings.vote;
const recorded = ['passed', 'rejected', 'not-voted'] as const;

/** The recomputed result with its arithmetic spelled out, what does not fit, and what the record says. */
export function VoteResult({
  vote,
  tally,
  onRecord,
}: {
  vote: Vote;
  tally: Tally;
  onRecord(result: Vote['recordedResult']): void;
}) {
  const isPassed = tally.result === 'passed';
  const isCounted = tally.result !== 'not-voted';
  const isAgainst = tally.findings.includes('result-differs');
  return (
    <>
      <section className={`vote-result vote-${tally.result}`} aria-live="polite">
        <div className="vote-result-head">
          <strong className="vote-verdict">
            {isCounted ? (
              <SeverityMark severity={isPassed ? 'met' : 'overdue'} label={words.result[tally.result]} />
            ) : (
              <SeverityMark severity="todo" label={words.result['not-voted']} />
            )}
          </strong>
          <span className="vote-short">
            {tally.result === 'no-quorum'
              ? words.presentNeeded(tally.quorum.present, tally.quorum.needed)
              : isCounted && words.votesNeeded(tally.inFavour, halfOf(tally.base))}
          </span>
        </div>
        {isCounted && tally.result !== 'no-quorum' && <Arithmetic vote={vote} tally={tally} />}
        {tally.result === 'no-quorum' && (
          <p className="vote-line">
            <strong>{tally.quorum.arithmetic}</strong>
            <strong>{quorumWord(tally)}</strong>
          </p>
        )}
        {!isCounted && !tally.quorum.met && <p className="note">{`${quorumWord(tally)} ${quorumText(tally)}`}</p>}
      </section>
      <div className="vote-recorded">
        <span className="field-label">{words.recorded}</span>
        <Segmented
          value={vote.recordedResult}
          options={recorded.map((value) => ({ value, label: words.results[value] }))}
          onChange={(value) => onRecord(value)}
        />
      </div>
      {tally.findings.length > 0 && (
        <ul className="vote-checks">
          {tally.findings.map((code) => (
            <li key={code}>
              <SeverityMark
                severity={isAgainst && code === 'result-differs' ? 'overdue' : 'incomplete'}
                label={text.meetings.finding[code] ?? code}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="note">{tally.source}</p>
    </>
  );
}

function Arithmetic({ vote, tally }: { vote: Vote; tally: Tally }) {
  const base = vote.rule === 'V3' ? words.presentLine : vote.rule === 'V4' ? words.committeeLine : words.expectedLine;
  const written = tally.inFavour - (vote.inFavour ?? 0);
  return (
    <div className="vote-arithmetic">
      {vote.rule !== 'V3' && (
        <p className="vote-line">
          <span>
            {words.inFavourLine} {vote.inFavour ?? 0}
            {written > 0 ? ` + ${words.writtenLine} ${written}` : ''}
          </span>
          <span>{words.equals(String(tally.inFavour))}</span>
        </p>
      )}
      <p className="vote-line">
        <span>
          {base} {tally.base} ÷ 2
        </span>
        <span>{words.equals(halfOf(tally.base))}</span>
      </p>
      <p className="vote-line vote-sum">
        <strong>{tally.arithmetic}</strong>
        <strong>{tally.arithmetic.includes('>') ? words.over : words.notOver}</strong>
      </p>
    </div>
  );
}
