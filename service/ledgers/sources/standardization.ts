import type { Indicator, Standardization } from '../../../contract/assessment.ts';
import type { Column, FormBlock, FormField, FormPage, LedgerRow } from '../../../contract/ledger.ts';
import type { ReadableDb } from '../../../db/open.ts';
import { listStandardizations } from '../../../db/queries/assessments.ts';
import { findMeeting } from '../../../db/queries/meetings.ts';
import { standardizationTotals } from '../../../rules/standardization.ts';
import { standardization as spec } from '../../../templates/ledgers/39-standardization.ts';
import { standardizationWords as words } from '../../../templates/ledgers/assessment-words.ts';
import { dottedDay, frameWords, writtenDay } from '../../../templates/ledgers/words.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { registered } from '../words.ts';

const columns: readonly Column[] = [
  { key: 'dimension', title: words.dimension, format: 'text', width: 12 },
  { key: 'text', title: words.indicator, format: 'long-text', width: 24 },
  { key: 'weight', title: words.weight, format: 'text', width: 8 },
  { key: 'score', title: words.score, format: 'text', width: 8 },
  { key: 'evidence', title: words.evidence, format: 'long-text', width: 24 },
];

/** 党支部标准化规范化考核表: the sheets of the year. What is not scored is listed and counts as nothing, not as zero. */
export const standardizationSource: FormSource = (context) => ({
  pages: () =>
    listStandardizations(context.db, { branchId: context.branch.id, year: context.options.year })
      .filter(({ assessedOn }) => assessedOn === null || assessedOn <= context.options.asOf)
      .map((sheet) => formOf(sheet, context)),
});

function formOf(sheet: Standardization, { db, branch }: SourceContext): FormPage {
  const totals = standardizationTotals(sheet.indicators);
  const notes = [words.total(totals.total, totals.possible, totals.unscored)];
  if (totals.isVetoed) notes.push(words.vetoedNote);
  const rows = sheet.indicators.map((indicator) => rowOf(indicator, db));
  const blocks: FormBlock[] = [
    { type: 'fields', columns: 2, fields: fieldsOf(sheet) },
    { type: 'table', title: '', columns, numbered: true, rows, emptyText: words.noSheet },
    { type: 'note', text: notes.join('') },
  ];
  if (sheet.note.trim() !== '') blocks.push({ type: 'prose', title: words.note, text: sheet.note.trim() });
  return {
    recordId: sheet.id,
    name: spec.title,
    title: frameWords.title(sheet.year, branch.fullName, spec.title),
    heading: [],
    blocks,
    signatures: words.signatures,
  };
}

function fieldsOf(sheet: Standardization): FormField[] {
  const field = (label: string, value: string | null, more: Partial<FormField> = {}): FormField => ({
    label,
    value,
    format: 'text',
    ...more,
  });
  return [
    field(words.year, `${sheet.year}`),
    field(words.assessedOn, sheet.assessedOn === null ? null : writtenDay(sheet.assessedOn), { required: true }),
    field(words.source, registered(sheet.source), { span: 2 }),
    field(words.selfRating, registered(sheet.selfRating)),
    field(words.superiorRating, registered(sheet.superiorRating)),
    field(words.assessor, registered(sheet.assessor), { span: 2 }),
  ];
}

function rowOf(indicator: Indicator, db: ReadableDb): LedgerRow {
  const { kind, weight, score, isVetoed } = indicator;
  const evidence = indicator.evidenceMeetingIds.flatMap((id) => {
    const meeting = findMeeting(db, id);
    return meeting ? [words.meeting(dottedDay(meeting.heldOn), meeting.title)] : [];
  });
  const shownScore = score === null ? null : String(score);
  return {
    cells: {
      dimension: indicator.dimension,
      text: indicator.text,
      weight: kind === 'scored' ? String(weight) : kind === 'bonus' ? words.bonus : words.veto,
      score: kind === 'veto' ? (isVetoed ? words.vetoed : words.notVetoed) : shownScore,
      evidence: registered([indicator.evidence.trim(), ...evidence].filter(Boolean).join('；')),
    },
  };
}
