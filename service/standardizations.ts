import { blankStandardization, Standardization, type StandardizationView } from '../contract/assessment.ts';
import { AppError } from '../contract/failure.ts';
import { listStandardizations, previousStandardization } from '../db/queries/assessments.ts';
import { getRow } from '../db/records.ts';
import { branch, meeting, standardization } from '../db/schema/index.ts';
import { standardizationTotals } from '../rules/standardization.ts';
import { standardizationSource, standardizationTemplate } from '../templates/standardization.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const standardizationHandlers = {
  'standardization.list': ({ archive }, of) => listStandardizations(archive.db, of).map(view),
  'standardization.get': ({ archive }, { id }) => view(getRow(archive.db, standardization, 'standardization', id)),
  'standardization.template': ({ archive }, { branchId, year }) => {
    const previous = previousStandardization(archive.db, branchId, year);
    if (previous !== undefined)
      return {
        source: previous.source,
        indicators: previous.indicators.map((indicator) => ({ ...indicator, ...unscored })),
      };
    return {
      source: standardizationSource,
      indicators: standardizationTemplate.map((indicator, index) => ({
        id: `indicator-${index + 1}`,
        ...indicator,
        ...unscored,
      })),
    };
  },
  'standardization.save': (context, input) =>
    view(
      saveFlatRecord(
        context,
        {
          record: 'standardization',
          table: standardization,
          schema: Standardization,
          blank: blankStandardization,
        },
        input,
        (record) => {
          const { db } = context.archive;
          getRow(db, branch, 'branch', record.branchId);
          for (const id of record.indicators.flatMap((indicator) => indicator.evidenceMeetingIds))
            getRow(db, meeting, 'meeting', id);
          record.indicators.forEach((indicator, index) => {
            const most = indicator.weight;
            if (
              indicator.kind === 'scored' &&
              indicator.score !== null &&
              (indicator.score < 0 || indicator.score > most)
            )
              throw new AppError({ code: 'invalid-input', fields: { [`indicators.${index}.score`]: [`0–${most}`] } });
          });
        },
      ),
    ),
} satisfies HandlersOf<
  'standardization.list' | 'standardization.get' | 'standardization.template' | 'standardization.save'
>;

const unscored = { score: null, isVetoed: false, evidence: '', evidenceMeetingIds: [] };

function view(record: Standardization): StandardizationView {
  return { standardization: record, ...standardizationTotals(record.indicators) };
}
