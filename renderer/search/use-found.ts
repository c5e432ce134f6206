import { useEffect, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import { meetingTypeShortNames } from '../../rules/codes/meeting.ts';
import { memberCategoryNames } from '../../rules/codes/member.ts';
import type { Route, ScreenName } from '../data/route.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { matchesTyped } from '../ui/initials.ts';

export interface Found {
  key: string;
  name: string;
  note: string;
  route: Route;
}

export interface FoundGroup {
  name: 'people' | 'meetings' | 'pages';
  results: Found[];
  /** How many more there are than shown. */
  more: number;
}

const shownPerGroup = 8;
/** A pause between two keys, so that a fast typist asks once. */
const pause = 120;

/** What the typed text finds, in all branches and also among those who have left. */
export function useFound(
  typed: string,
  pages: readonly ScreenName[],
): { groups: FoundGroup[]; failure: Failure | undefined } {
  const { asOf } = useWorkspace();
  const wanted = useSettled(typed.trim());
  const shared = { search: wanted, limit: shownPerGroup };
  const people = useOperation('member.list', wanted === '' ? null : { ...shared, asOf, includeFormer: true });
  const meetings = useOperation('meeting.list', wanted === '' ? null : shared);
  if (wanted === '') return { groups: [], failure: undefined };

  const peopleRows = people.value?.rows ?? [];
  const meetingRows = meetings.value?.rows ?? [];
  const pageNames = pages.filter((page) => matchesTyped(wanted, text.navigation[page]));
  return {
    failure: people.failure ?? meetings.failure,
    groups: [
      {
        name: 'people',
        more: (people.value?.total ?? 0) - peopleRows.length,
        results: peopleRows.map((row) => ({
          key: row.id,
          name: row.name,
          note: [memberCategoryNames[row.category], row.groupName, row.idNumberMasked].filter(Boolean).join(' · '),
          route: { screen: 'members', recordId: row.id },
        })),
      },
      {
        name: 'meetings',
        more: (meetings.value?.total ?? 0) - meetingRows.length,
        results: meetingRows.map((row) => ({
          key: row.id,
          name: row.title,
          note: [row.heldOn, row.types.map((type) => meetingTypeShortNames[type]).join('、'), row.place]
            .filter(Boolean)
            .join(' · '),
          route: { screen: 'meetings', recordId: row.id },
        })),
      },
      {
        name: 'pages',
        more: 0,
        results: pageNames.map((screen) => ({
          key: screen,
          name: text.navigation[screen],
          note: '',
          route: { screen },
        })),
      },
    ],
  };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
