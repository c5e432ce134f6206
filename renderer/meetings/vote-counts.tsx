import type { MeetingView, Tally, Vote } from '../../contract/meeting.ts';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';
import type { MeetingForm } from './form.ts';

const words = text.meetings.vote;
const most = 10_000;

/** Votes for, against, abstaining, and those of written opinions; below, whether they fit who came. */
export function VoteCounts({
  vote,
  patch,
  counted,
  tally,
  form,
}: {
  vote: Vote;
  patch(fields: Partial<Vote>): void;
  counted: MeetingView['counted'] | undefined;
  tally: Tally | undefined;
  form: MeetingForm;
}) {
  const number = (label: string, value: number | null, take: (value: number | null) => void) => (
    <Field label={label}>
      <NumberField className="vote-number" value={value} least={0} most={most} onChange={take} />
    </Field>
  );
  const isV1 = vote.rule === 'V1';
  return (
    <>
      <div className="vote-numbers">
        {number(words.inFavour, vote.inFavour, (inFavour) => patch({ inFavour }))}
        {number(words.against, vote.against, (against) => patch({ against }))}
        {number(words.abstain, vote.abstain, (abstain) => patch({ abstain }))}
        {isV1 && number(words.writtenInFavour, vote.writtenInFavour, (value) => patch({ writtenInFavour: value ?? 0 }))}
        {isV1 && number(words.writtenAgainst, vote.writtenAgainst, (value) => patch({ writtenAgainst: value ?? 0 }))}
      </div>
      {vote.method === 'secret-ballot' && <BallotNumbers vote={vote} patch={patch} />}
      {tally !== undefined && vote.inFavour !== null && (
        <ul className="vote-checks">
          <OnSite vote={vote} present={tally.quorum.present} />
          {isV1 && <Written vote={vote} opinions={counted?.writtenOpinions ?? 0} form={form} />}
        </ul>
      )}
    </>
  );
}

/** 发出票, 收回票, 无效票: left empty when they were not counted. */
export function BallotNumbers({ vote, patch }: { vote: Vote; patch(fields: Partial<Vote>): void }) {
  const parts = ['ballotsIssued', 'ballotsReturned', 'ballotsInvalid'] as const;
  return (
    <div className="vote-ballots">
      {parts.map((part) => (
        <Field key={part} label={words[part]}>
          <NumberField
            size="small"
            value={vote[part]}
            least={0}
            most={most}
            onChange={(next) => patch({ [part]: next })}
          />
        </Field>
      ))}
    </div>
  );
}

function OnSite({ vote, present }: { vote: Vote; present: number }) {
  if (vote.inFavour === null || vote.against === null || vote.abstain === null) return null;
  const cast = vote.inFavour + vote.against + vote.abstain;
  const fit =
    cast === present
      ? words.onSiteMet(present)
      : cast < present
        ? words.onSiteLess(present)
        : words.onSiteMore(present);
  return (
    <li>
      <SeverityMark
        severity={cast === present ? 'met' : cast < present ? 'incomplete' : 'overdue'}
        label={`${words.onSite(vote.inFavour, vote.against, vote.abstain)}，${fit}`}
      />
    </li>
  );
}

function Written({ vote, opinions, form }: { vote: Vote; opinions: number; form: MeetingForm }) {
  const votes = vote.writtenInFavour + vote.writtenAgainst;
  if (votes === 0 && opinions === 0) return null;
  const isLate = form.attendance.some(
    (entry) => entry.state === 'written-opinion' && (entry.opinionReceivedOn ?? '') > form.heldOn,
  );
  const isMet = votes === opinions && !isLate;
  return (
    <li>
      <SeverityMark
        severity={isMet ? 'met' : votes > opinions ? 'overdue' : 'incomplete'}
        label={`${words.written(votes)}，${votes === opinions ? words.writtenMet(opinions) : words.writtenDiffer(opinions)}`}
      />
    </li>
  );
}
