import type { CommitteeTerm, UnitKind } from '../contract/branch.ts';
import type { IsoDate } from '../contract/values.ts';
import { addMonths } from './dates.ts';
import { type SettingEntry, settingOn } from './settings.ts';

/** Terms of branch committees: 任期意见 2018, 支部条例 Art 21, 选举条例 Art 3 (domain.md §1.4). */

/** 届满日期 by the election day and the years of the term, without extension. */
export function termEndsOn(term: Pick<CommitteeTerm, 'electedOn' | 'years'>): IsoDate {
  return addMonths(term.electedOn, term.years * 12);
}

/** 届满日期 with the extension the superior approved. */
export function termExpiresOn(term: Pick<CommitteeTerm, 'electedOn' | 'years' | 'extendedTo'>): IsoDate {
  const ends = termEndsOn(term);
  return term.extendedTo !== null && term.extendedTo > ends ? term.extendedTo : ends;
}

/** Years of a term for a unit: 5 in villages and communities, else 3. */
export function termYears(unitKind: UnitKind | null, settings: readonly SettingEntry[], day: IsoDate): number {
  const isVillage = unitKind === 'village' || unitKind === 'community';
  return settingOn(settings, isVillage ? 'term.village-years' : 'term.years', day).value;
}

/** The term in office on a day: of those elected by then, the last; `null` if there is none. */
export function termOn<Term extends Pick<CommitteeTerm, 'electedOn'>>(
  terms: readonly Term[],
  day: IsoDate,
): Term | null {
  return (
    terms
      .filter((term) => term.electedOn <= day)
      .sort((a, b) => (a.electedOn < b.electedOn ? -1 : 1))
      .at(-1) ?? null
  );
}
