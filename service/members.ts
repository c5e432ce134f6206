import { recordAccess } from '../db/audit.ts';
import { attendanceOf } from '../db/queries/meetings.ts';
import { pageOfMembers } from '../db/queries/member-list.ts';
import { getMember } from '../db/queries/members.ts';
import type { HandlersOf } from './handler-types.ts';
import { memberRows, memberView } from './member-views.ts';
import { putMember } from './put-member.ts';

export const memberHandlers = {
  'member.list': ({ archive: { db } }, { offset, limit, ...filter }) => {
    const { rows, total, counts } = pageOfMembers(db, filter, { offset, limit });
    return { rows: memberRows(db, rows, filter.asOf), total, counts };
  },
  'member.get': ({ archive: { db } }, { id, asOf }) => memberView(db, getMember(db, id), asOf),
  'member.save': (context, { draft, reason }) => {
    const saved = context.write(() => putMember(context, draft), { reason });
    return memberView(context.archive.db, saved, context.today());
  },
  'member.attendance': ({ archive: { db } }, { id, from, to }) => {
    getMember(db, id);
    return attendanceOf(db, { memberId: id, from, to })
      .reverse()
      .map(({ meetingId, title, types, heldOn, state, reason }) => ({
        meetingId,
        title,
        types,
        heldOn,
        state,
        reason,
      }));
  },
  'member.reveal': (context, { id, field }) => {
    const { db } = context.archive;
    return context.write(() => {
      const person = getMember(db, id);
      recordAccess(db, { action: 'reveal', record: 'member', recordId: id, part: 'member', what: field });
      return { value: person[field] ?? '' };
    });
  },
} satisfies HandlersOf<'member.list' | 'member.get' | 'member.save' | 'member.attendance' | 'member.reveal'>;
