import { Button } from 'antd';
import { useState } from 'react';
import { type Expected, type MeetingView, type Tally, type Vote, VoteRule } from '../../contract/meeting.ts';
import { voteRuleNames } from '../../rules/codes/meeting.ts';
import { newId } from '../data/new-id.ts';
import { text } from '../text/zh-CN.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Panel } from '../ui/panel.tsx';
import { MultiSelectField, SelectField, type SelectOption } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ElectionFields } from './election-fields.tsx';
import { type ChangeForm, likelyRule, type MeetingForm, newVote } from './form.ts';
import { VoteCounts } from './vote-counts.tsx';
import { VoteResult } from './vote-result.tsx';
import { resolutionOf, subjectFor } from './vote-words.ts';

const words = text.meetings.vote;

export interface Votable extends SelectOption<string> {
  category: string;
}

/** The votes of the chosen item, one at a time: each candidate for admission is voted on separately. */
export function VotePanel({
  form,
  change,
  agendaId,
  voteId,
  onVote,
  view,
  roster,
  votables,
}: {
  form: MeetingForm;
  change: ChangeForm;
  agendaId: string | null;
  voteId: string | null;
  onVote(vote: Vote): void;
  view: MeetingView | undefined;
  roster: readonly Expected[];
  /** Whom a V1 vote can be about: applicants and members. */
  votables: readonly Votable[];
}) {
  const item = form.agenda.find((candidate) => candidate.id === agendaId);
  const own = form.votes.filter((vote) => vote.agendaId === agendaId);
  const vote = own.find((candidate) => candidate.id === voteId) ?? own[0];
  const [isEditing, setIsEditing] = useState<string | null>(null);

  function patch(fields: Partial<Vote>): void {
    if (vote === undefined) return;
    change((last) => ({ votes: last.votes.map((each) => (each.id === vote.id ? { ...each, ...fields } : each)) }));
  }

  function add(): void {
    if (item === undefined) return;
    const added = newVote(item.id, likelyRule(form, item.title));
    change((last) => ({ votes: [...last.votes, added] }));
    setIsEditing(added.id);
    onVote(added);
  }

  function remove(): void {
    if (vote !== undefined) change((last) => ({ votes: last.votes.filter((each) => each.id !== vote.id) }));
  }

  if (item === undefined)
    return (
      <Panel title={words.head} className="vote">
        <EmptyState sentence={words.noAgenda} />
      </Panel>
    );
  const place = form.agenda.indexOf(item) + 1;
  if (vote === undefined)
    return (
      <Panel title={words.title(place)} className="vote">
        <EmptyState sentence={words.none} action={{ label: words.add, onAct: add }} />
      </Panel>
    );
  const at = form.votes.indexOf(vote);
  const tally = view?.tallies.find((candidate) => candidate.voteId === vote.id);
  const next = form.votes[at + 1];
  const isOpen = isEditing === vote.id || (vote.subject === '' && item.title === '');
  return (
    <Panel
      title={words.title(place)}
      className="vote"
      note={form.votes.length > 1 ? words.place(at + 1, form.votes.length) : undefined}
      extra={
        <Button size="small" className="small-button" onClick={remove}>
          {words.remove}
        </Button>
      }
    >
      <div className="vote-scroll">
        {isOpen ? (
          <VoteHead
            vote={vote}
            itemTitle={item.title}
            votables={votables}
            patch={patch}
            onPeople={(people) => change((last) => ({ votes: perPerson(last.votes, vote, people) }))}
            onDone={() => setIsEditing(null)}
          />
        ) : (
          <button type="button" className="plain-button vote-card" onClick={() => setIsEditing(vote.id)}>
            <strong>{vote.subject === '' ? item.title : vote.subject}</strong>
            <span className="note">{headText(vote)}</span>
          </button>
        )}
        {vote.rule === 'V3' ? (
          <ElectionFields vote={vote} patch={patch} roster={roster} tally={tally} />
        ) : (
          <VoteCounts key={vote.id} vote={vote} patch={patch} counted={view?.counted} tally={tally} form={form} />
        )}
        {tally !== undefined && (
          <VoteResult
            vote={vote}
            tally={tally}
            onRecord={(recordedResult) =>
              change((last) => ({
                votes: last.votes.map((each) => (each.id === vote.id ? { ...each, recordedResult } : each)),
                ownResults: [...new Set([...last.ownResults, vote.id])],
              }))
            }
          />
        )}
      </div>
      <div className="vote-actions">
        <Button
          disabled={tally === undefined || tally.result === 'not-voted'}
          onClick={() => tally !== undefined && change((last) => toResolution(last, vote, tally))}
        >
          {words.toResolution}
        </Button>
        {next === undefined ? (
          <Button onClick={add}>{words.add}</Button>
        ) : (
          <Button className="cut" onClick={() => onVote(next)}>
            {words.next(next.subject === '' ? item.title : next.subject)}
          </Button>
        )}
      </div>
    </Panel>
  );
}

function headText(vote: Vote): string {
  return [
    words.ruleShort[vote.rule],
    words.methods[vote.method],
    vote.tellers !== '' && words.teller(vote.tellers),
    vote.scrutineers !== '' && words.scrutineer(vote.scrutineers),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

/** The counted result as a resolution to be completed: numbers only, nothing that was not counted. */
function toResolution(form: MeetingForm, vote: Vote, tally: Tally): Partial<MeetingForm> {
  const title = form.agenda.find((item) => item.id === vote.agendaId)?.title ?? '';
  const sentence = resolutionOf({ ...vote, subject: vote.subject === '' ? title : vote.subject }, tally);
  if (form.resolutions.some((resolution) => resolution.text === sentence)) return {};
  return {
    resolutions: [
      ...form.resolutions,
      { id: newId(), text: sentence, responsibleId: null, responsibleName: '', dueOn: null, doneOn: null, outcome: '' },
    ],
  };
}

/** This vote for the first of the people, and one like it for each other. */
function perPerson(votes: readonly Vote[], vote: Vote, people: readonly Votable[]): Vote[] {
  const named = (person: Votable) => ({ subject: subjectFor(person), subjectMemberId: person.value });
  const [first, ...others] = people;
  return votes.flatMap((each) => {
    if (each.id !== vote.id || first === undefined) return [each];
    return [
      { ...each, ...named(first) },
      ...others.map((person) =>
        newVote(vote.agendaId, vote.rule, {
          ...named(person),
          method: vote.method,
          tellers: vote.tellers,
          scrutineers: vote.scrutineers,
        }),
      ),
    ];
  });
}

function VoteHead({
  vote,
  itemTitle,
  votables,
  patch,
  onPeople,
  onDone,
}: {
  vote: Vote;
  itemTitle: string;
  votables: readonly Votable[];
  patch(fields: Partial<Vote>): void;
  onPeople(people: Votable[]): void;
  onDone(): void;
}) {
  const [chosen, setChosen] = useState<string[]>(vote.subjectMemberId === null ? [] : [vote.subjectMemberId]);
  function done(): void {
    const people = chosen.flatMap((id) => votables.find((person) => person.value === id) ?? []);
    if (vote.rule === 'V1' && people.length > 0 && (people.length > 1 || vote.subjectMemberId !== people[0]?.value))
      onPeople(people);
    onDone();
  }
  return (
    <div className="vote-head">
      <Field label={words.rule}>
        <SelectField
          value={vote.rule}
          options={VoteRule.options.map((value) => ({ value, label: voteRuleNames[value] }))}
          onChange={(rule) => rule !== null && patch(newRule(rule))}
        />
      </Field>
      {vote.rule === 'V1' && (
        <Field label={words.person}>
          <MultiSelectField values={chosen} options={votables} onChange={setChosen} />
        </Field>
      )}
      <Field label={words.subject}>
        <TextField
          value={vote.subject}
          maxLength={200}
          placeholder={itemTitle}
          onChange={(subject) => patch({ subject })}
          onEnter={done}
        />
      </Field>
      <Field label={words.method}>
        <SelectField
          value={vote.method}
          options={(['secret-ballot', 'show-of-hands'] as const).map((value) => ({
            value,
            label: words.methods[value],
          }))}
          onChange={(method) => method !== null && patch({ method })}
        />
      </Field>
      <div className="basics-pair">
        <Field label={words.tellers}>
          <TextField value={vote.tellers} maxLength={500} onChange={(tellers) => patch({ tellers })} />
        </Field>
        <Field label={words.scrutineers}>
          <TextField value={vote.scrutineers} maxLength={500} onChange={(scrutineers) => patch({ scrutineers })} />
        </Field>
      </div>
      <Button size="small" onClick={done}>
        {text.meetings.content.done}
      </Button>
    </div>
  );
}

/** Another rule begins with its usual method, and without what only the old one has. */
function newRule(rule: VoteRule): Partial<Vote> {
  const { method, seats } = newVote('', rule);
  return {
    rule,
    method,
    seats,
    ...(rule === 'V3' ? { inFavour: null, against: null, abstain: null } : { candidates: [] }),
  };
}
