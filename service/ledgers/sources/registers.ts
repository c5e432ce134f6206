import type { CellValue, LedgerRow } from '../../../contract/ledger.ts';
import type { Member } from '../../../contract/member.ts';
import { memberNames } from '../../../db/queries/meeting-people.ts';
import { membersById } from '../../../db/queries/members.ts';
import { listRegister, type RegisterName, type RegisterRow } from '../../../db/queries/registers.ts';
import {
  honourLevelNames,
  serviceKindNames,
  talkKindNames,
  transferDirectionNames,
  warningEducationKindNames,
} from '../../../rules/codes/supervision.ts';
import { compareByStrokes } from '../../../rules/names/strokes.ts';
import { registerWords as words } from '../../../templates/ledgers/register-words.ts';
import { percent } from '../../../templates/ledgers/words.ts';
import type { SourceContext, TableSource } from '../source.ts';
import { registered, sexWord } from '../words.ts';

/** Lines of the year up to the day. */
export function linesOfYear<Name extends RegisterName>(context: SourceContext, name: Name): RegisterRow<Name>[] {
  return listRegister(context.db, name, { branchId: context.branch.id, from: context.from, to: context.to });
}

/** Lines of all years up to the day. */
export function linesUntil<Name extends RegisterName>(context: SourceContext, name: Name): RegisterRow<Name>[] {
  return listRegister(context.db, name, { branchId: context.branch.id, to: context.options.asOf });
}

/** People by id, for the columns that come from the member's own record. */
export function peopleOf(context: SourceContext, ids: readonly (string | null)[]): Map<string, Member> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return new Map(membersById(context.db, wanted).map((person) => [person.id, person]));
}

export function line(recordId: string, cells: Record<string, CellValue>): LedgerRow {
  return { recordId, cells };
}

/** 谈心谈话记录台账: talks of the year; coverage is the share of the members of the day somebody talked with. */
export const talksSource: TableSource = (context) => {
  const talks = linesOfYear(context, 'talk');
  const names = memberNames(
    context.db,
    talks.flatMap((talk) => [...talk.talkerIds, talk.subjectId]),
  );
  const members = [...context.roster.entries()].map(({ member }) => member);
  const reached = new Set(talks.map((talk) => talk.subjectId));
  const covered = members.filter((member) => reached.has(member.id)).length;
  const rows = talks.map((talk) =>
    line(talk.id, {
      heldOn: talk.heldOn,
      talkers: talk.talkerIds.map((id) => names.get(id) ?? '').join('、'),
      subject: names.get(talk.subjectId) ?? null,
      kind: talkKindNames[talk.kind],
      content: registered(talk.content),
      problems: registered(talk.problems),
      followUp: registered(talk.followUp),
    }),
  );
  const coverage = percent(members.length === 0 ? null : covered / members.length);
  return { rows: () => rows, totals: { talks: talks.length, coverage } };
};

/**
 * 组织生活会整改台账, by the person responsible: of the year the 组织生活会 was for, which is often held in the first
 * quarter of the next (domain.md §14 trap 18).
 */
export const rectificationSource: TableSource = (context) => {
  const lines = linesUntil(context, 'rectification').filter((each) => each.year === context.options.year);
  const done = lines.filter((each) => each.doneOn !== null && each.doneOn <= context.options.asOf).length;
  const rows = lines
    .toSorted((left, right) => compareByStrokes(left.responsibleName, right.responsibleName))
    .map((each) =>
      line(each.id, {
        problem: each.problem,
        source: registered(each.source),
        measure: registered(each.measure),
        responsible: registered(each.responsibleName),
        dueOn: each.dueOn,
        progress: registered(
          [each.progress, each.closedBy && words.closedBy(each.closedBy)].filter(Boolean).join('；'),
        ),
        doneOn: each.doneOn,
      }),
    );
  const rate = percent(lines.length === 0 ? null : done / lines.length);
  return { rows: () => rows, totals: { problems: lines.length, done, rate } };
};

/** 党组织关系转接台账: transfers begun in the year; one that was returned moved nobody and is not counted. */
export const transfersSource: TableSource = (context) => {
  const lines = linesOfYear(context, 'transfer');
  const people = peopleOf(
    context,
    lines.map((each) => each.memberId),
  );
  const rows = lines.map((each) =>
    line(each.id, {
      startedOn: each.startedOn,
      name: people.get(each.memberId)?.name ?? null,
      sex: sexWord(people.get(each.memberId)?.sex ?? '9'),
      direction: transferDirectionNames[each.direction],
      other: each.otherOrganisation,
      letterNumber: registered(each.letterNumber),
      issuedOn: each.issuedOn,
      validUntil: each.validUntil,
      duesPaidThrough: each.duesPaidThrough,
      receiptOn: each.receiptOn,
      handler: registered(each.handlerName),
      note: registered([each.state === 'returned' && words.returned, each.note].filter(Boolean).join('；')),
    }),
  );
  const count = (direction: 'in' | 'out') =>
    lines.filter((each) => each.direction === direction && each.state !== 'returned').length;
  return { rows: () => rows, totals: { in: count('in'), out: count('out') } };
};

/** 荣誉表彰台账, the newest first. */
export const honoursSource: TableSource = (context) => {
  const lines = linesUntil(context, 'honour').toReversed();
  const people = peopleOf(
    context,
    lines.map((each) => each.memberId),
  );
  const rows = lines.map((each) =>
    line(each.id, {
      grantedOn: each.grantedOn,
      subject: each.memberId === null ? context.branch.fullName : (people.get(each.memberId)?.name ?? null),
      title: each.title,
      level: honourLevelNames[each.level],
      authority: registered(each.authority),
      documentNumber: registered(each.documentNumber),
      note: registered(each.note),
    }),
  );
  const levels = Object.entries(honourLevelNames)
    .map(([level, name]) => ({ name, count: lines.filter((each) => each.level === level).length }))
    .filter(({ count }) => count > 0);
  const byLevel = levels.map(({ name, count }) => words.counted(name, count)).join('、') || words.none;
  return { rows: () => rows, totals: { honours: lines.length, byLevel } };
};

/** 党员承诺践诺/志愿服务台账 */
export const serviceSource: TableSource = (context) => {
  const lines = linesOfYear(context, 'service');
  const people = peopleOf(
    context,
    lines.map((each) => each.memberId),
  );
  const rows = lines.map((each) =>
    line(each.id, {
      name: people.get(each.memberId)?.name ?? null,
      content: words.kindAndText(serviceKindNames[each.kind], each.content),
      on: each.on,
      place: registered(each.place),
      hours: each.hours,
      effect: registered(each.effect),
      evaluation: registered(each.evaluation),
    }),
  );
  const hours = lines.reduce((sum, each) => sum + (each.hours ?? 0), 0);
  return { rows: () => rows, totals: { entries: lines.length, hours: String(Math.round(hours * 100) / 100) } };
};

/** 廉政/警示教育及提醒谈话台账: education and the talks that warn, in the order of their days. */
export const warningEducationSource: TableSource = (context) => {
  const lessons = linesOfYear(context, 'warningEducation');
  const warning = new Set(['reminder', 'criticism', 'admonition']);
  const mayListTalks = !context.concealed.includes('talk');
  const talks = mayListTalks ? linesOfYear(context, 'talk').filter((talk) => warning.has(talk.kind)) : [];
  const names = memberNames(
    context.db,
    talks.flatMap((talk) => [...talk.talkerIds, talk.subjectId]),
  );
  const rows = [
    ...lessons.map((each) =>
      line(each.id, {
        on: each.heldOn,
        kind: warningEducationKindNames[each.kind],
        topic: each.topic,
        host: registered(each.hostName),
        participants: each.participants,
        content: registered([each.content, each.cases].filter((text) => text.trim() !== '').join('\n')),
        signature: null,
      }),
    ),
    ...talks.map((talk) =>
      line(talk.id, {
        on: talk.heldOn,
        kind: talkKindNames[talk.kind],
        topic: names.get(talk.subjectId) ?? null,
        host: talk.talkerIds.map((id) => names.get(id) ?? '').join('、'),
        participants: talk.talkerIds.length + 1,
        content: registered([talk.cause, talk.content].filter((text) => text.trim() !== '').join('：')),
        signature: null,
      }),
    ),
  ].toSorted((left, right) => String(left.cells.on).localeCompare(String(right.cells.on)));
  return { rows: () => rows, totals: { lessons: lessons.length, talks: talks.length } };
};
