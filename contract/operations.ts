import type { z } from 'zod';
import { archiveOperations } from './archive.ts';
import { assessmentOperations } from './assessment.ts';
import { attachmentOperations } from './attachment.ts';
import { branchOperations } from './branch.ts';
import { careOperations } from './care.ts';
import { changeOperations } from './change.ts';
import { courseOperations } from './course.ts';
import { developmentOperations } from './development-operations.ts';
import { developmentTemplateOperations } from './development-process.ts';
import { dueOperations } from './due.ts';
import { duesOperations } from './dues-operations.ts';
import { dumpOperations } from './dump.ts';
import { educationOperations } from './education.ts';
import { electionOperations } from './election.ts';
import { examOperations } from './exam-operations.ts';
import { examPaperOperations } from './exam-paper.ts';
import { historyOperations } from './history.ts';
import { ledgerOperations } from './ledgers.ts';
import { listOperations } from './list-print.ts';
import { meetingOperations } from './meeting-operations.ts';
import { memberOperations } from './member.ts';
import { type Needs, subjectOf } from './permission.ts';
import { personOperations } from './person.ts';
import { pointsOperations } from './points-operations.ts';
import { questionOperations } from './question.ts';
import { questionImportOperations } from './question-import.ts';
import { rosterImportOperations } from './roster-import.ts';
import { settingOperations } from './setting.ts';
import { snapshotOperations } from './snapshot-operations.ts';
import { supervisionOperations } from './supervision.ts';
import { surveyOperations } from './survey.ts';
import { transferOperations } from './transfer.ts';
import { workLogOperations } from './work-log.ts';

/** The one table of what the engine can do. The client, the handlers, the CLI and the garbage test follow from it. */
export const operations = {
  ...archiveOperations,
  ...branchOperations,
  ...electionOperations,
  ...memberOperations,
  ...meetingOperations,
  ...assessmentOperations,
  ...workLogOperations,
  ...settingOperations,
  ...personOperations,
  ...rosterImportOperations,
  ...ledgerOperations,
  ...listOperations,
  ...historyOperations,
  ...changeOperations,
  ...dueOperations,
  ...duesOperations,
  ...educationOperations,
  ...courseOperations,
  ...pointsOperations,
  ...questionOperations,
  ...questionImportOperations,
  ...examPaperOperations,
  ...examOperations,
  ...developmentOperations,
  ...developmentTemplateOperations,
  ...supervisionOperations,
  ...surveyOperations,
  ...careOperations,
  ...transferOperations,
  ...attachmentOperations,
  ...dumpOperations,
  ...snapshotOperations,
} as const;

/**
 * What an operation needs of the person who calls it, with this input. Where its row does not say: reading for `read`
 * and `job`, entering for `write`, deciding for a removal; and reading the restricted subject it is named after.
 */
export function needsOf(name: OperationName, input: unknown): Needs {
  const { kind, needs } = operations[name];
  if (needs !== undefined) return (needs as (input: unknown) => Needs)(input);
  const subject = subjectOf(name.split('.')[0] ?? '');
  if (kind !== 'write') return { right: 'read', subject };
  return { right: name.endsWith('.remove') ? 'decide' : 'enter', subject };
}

export type OperationName = keyof typeof operations;
/** What a caller sends (defaults may be left out). */
export type Wire<Name extends OperationName> = z.input<(typeof operations)[Name]['input']>;
/** What a handler receives. */
export type Parsed<Name extends OperationName> = z.output<(typeof operations)[Name]['input']>;
export type Output<Name extends OperationName> = z.output<(typeof operations)[Name]['output']>;
