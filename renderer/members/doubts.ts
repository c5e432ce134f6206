import type { MemberView } from '../../contract/member.ts';
import { addMonths, isCertainlyBefore } from '../../rules/dates.ts';
import { birthDateDiffers, readIdNumber } from '../../rules/id-number.ts';
import { joinedWithoutProbation, probationEndsOn } from '../../rules/member.ts';
import { text } from '../text/zh-CN.ts';
import type { MemberForm } from './member-form.ts';

const words = text.member.problems;

/**
 * What looks wrong while she types. Nothing of it stops a save: papers may be wrong and are entered as they are,
 * and the check-up keeps asking.
 */
export function doubtsOf({ plain, masked }: MemberForm): Partial<Record<keyof MemberView, string>> {
  const doubts: Partial<Record<keyof MemberView, string>> = {};
  const { bornOn, joinedOn, confirmedOn, sex } = plain;
  const typed = masked.idNumber.kind === 'type' ? masked.idNumber.value : '';
  if (typed !== '') {
    const read = readIdNumber(typed);
    if (read.problem === 'length') doubts.idNumber = words.idLength(typed.length);
    if (read.problem === 'characters') doubts.idNumber = words.idCharacters;
    if (read.problem === 'birth-date') doubts.idNumber = words.idBirth;
    if (read.problem === 'checksum') doubts.idNumber = words.idSum;
    if (bornOn !== null && plain.bornOnReason === '' && birthDateDiffers(typed, bornOn))
      doubts.bornOn = words.bornDiffers(read.bornOn ?? '');
    if (read.sex !== null && (sex === '1' || sex === '2') && sex !== read.sex) doubts.sex = words.sexDiffers;
  }
  if (isReadable(bornOn) && isReadable(joinedOn) && isCertainlyBefore(joinedOn, addMonths(bornOn, 18 * 12)))
    doubts.joinedOn = words.tooYoung;
  if (isReadable(joinedOn) && isReadable(confirmedOn) && !joinedWithoutProbation(joinedOn)) {
    const ends = probationEndsOn(plain);
    if (ends !== null && isCertainlyBefore(confirmedOn, ends)) doubts.confirmedOn = words.confirmedEarly(ends);
  }
  return doubts;
}

/** Half-typed dates are no dates yet. */
function isReadable(date: string | null): date is string {
  return date !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date);
}
