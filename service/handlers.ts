import type { OperationName, Output, Parsed } from '../contract/operations.ts';
import { appraisalHandlers } from './appraisals.ts';
import type { SessionOperation } from './archive/handlers.ts';
import { attachmentHandlers } from './attachments.ts';
import { branchHandlers } from './branches.ts';
import { changeHandlers } from './changes.ts';
import type { ArchiveContext } from './context.ts';
import { courseHandlers } from './courses.ts';
import { developmentHandlers } from './development.ts';
import { dueHandlers } from './due.ts';
import { duesHandlers } from './dues.ts';
import { dumpHandlers } from './dump.ts';
import { dutyReportHandlers } from './duty-reports.ts';
import { educationHandlers } from './education.ts';
import { electionHandlers } from './elections.ts';
import { certificateHandlers } from './exam-certificates.ts';
import { examPaperHandlers } from './exam-papers.ts';
import { sittingHandlers } from './exam-sittings.ts';
import { examHandlers } from './exams.ts';
import { historyHandlers } from './histories.ts';
import { ledgerHandlers } from './ledgers.ts';
import { listPrintHandlers } from './list-print.ts';
import { meetingHandlers } from './meetings.ts';
import { memberHandlers } from './members.ts';
import { pointsHandlers } from './points.ts';
import { questionImportHandlers } from './question-import.ts';
import { questionHandlers } from './questions.ts';
import { registerHandlers } from './registers.ts';
import { rosterImportHandlers } from './roster-import.ts';
import { settingHandlers } from './settings.ts';
import { snapshotHandlers } from './snapshots.ts';
import { standardizationHandlers } from './standardizations.ts';
import { surveyHandlers } from './surveys.ts';
import { transferHandlers } from './transfers.ts';
import { workLogHandlers } from './work-logs.ts';

type RecordOperation = Exclude<OperationName, SessionOperation>;

/** What answers each operation on an open archive; a forgotten one does not compile. */
type Handlers = {
  [Name in RecordOperation]: (context: ArchiveContext, input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};

export const handlers: Handlers = {
  ...branchHandlers,
  ...electionHandlers,
  ...memberHandlers,
  ...meetingHandlers,
  ...appraisalHandlers,
  ...dutyReportHandlers,
  ...standardizationHandlers,
  ...workLogHandlers,
  ...developmentHandlers,
  ...registerHandlers,
  ...transferHandlers,
  ...settingHandlers,
  ...rosterImportHandlers,
  ...dueHandlers,
  ...duesHandlers,
  ...educationHandlers,
  ...courseHandlers,
  ...pointsHandlers,
  ...questionHandlers,
  ...questionImportHandlers,
  ...examPaperHandlers,
  ...examHandlers,
  ...surveyHandlers,
  ...sittingHandlers,
  ...certificateHandlers,
  ...ledgerHandlers,
  ...listPrintHandlers,
  ...historyHandlers,
  ...changeHandlers,
  ...attachmentHandlers,
  ...dumpHandlers,
  ...snapshotHandlers,
};
