import { randomUUID } from 'node:crypto';
import type { Training } from '../../contract/education.ts';
import type { Exam, ExamRow } from '../../contract/exam.ts';
import type { WritableDb } from '../../db/open.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { findRow, getRow, putRow, sameValues } from '../../db/records.ts';
import { branch, training as trainingTable } from '../../db/schema/index.ts';
import { settingOn } from '../../rules/settings.ts';

/**
 * Writes the results of a closed exam where study hours are counted from, once: into the training it belongs to,
 * whose hours stay as they are, or into a training of its own, always the same one, whose hours go to who passed.
 * Inside an audited write.
 *
 * @returns the id of the training of its own; `null` when it belongs to another
 */
export function writeTraining(db: WritableDb, exam: Exam, rows: readonly ExamRow[]): string | null {
  const taken = rows.filter(({ state }) => state === 'marked');
  if (exam.linkedTrainingId !== null) {
    const linked = getRow(db, trainingTable, 'training', exam.linkedTrainingId);
    store(db, linked, { ...linked, participants: withResults(linked.participants, taken) });
    return null;
  }
  const id = exam.trainingId ?? randomUUID();
  const known = findRow(db, trainingTable, id);
  store(db, known, {
    ...(known ?? blankTraining(db, exam, id)),
    year: Number(exam.heldOn.slice(0, 4)),
    title: exam.title,
    startedOn: exam.heldOn,
    endedOn: exam.heldOn,
    form: exam.form,
    contents: exam.contents,
    hours: settingOn(listSettings(db), 'education.exam-hours', exam.heldOn).value,
    participants: taken.map(({ memberId, passed, score, certificate }) => ({
      memberId,
      hours: passed === true ? null : 0,
      passed,
      score,
      certificateNumber: certificate,
    })),
  });
  return id;
}

/** Of those who took part in the training: what they got in its exam. */
function withResults(participants: Training['participants'], taken: readonly ExamRow[]): Training['participants'] {
  const results = new Map(taken.map((row) => [row.memberId, row]));
  return participants.map((participant) => {
    const result = results.get(participant.memberId);
    if (result === undefined) return participant;
    const { passed, score, certificate } = result;
    return { ...participant, passed, score, certificateNumber: certificate || participant.certificateNumber };
  });
}

function blankTraining(db: WritableDb, exam: Exam, id: string): Training {
  const { shortName, fullName } = getRow(db, branch, 'branch', exam.branchId);
  return {
    id,
    revision: 0,
    branchId: exam.branchId,
    year: 0,
    title: '',
    organiser: shortName || fullName,
    level: 'branch',
    startedOn: '',
    endedOn: '',
    form: exam.form,
    contents: [],
    hours: null,
    participants: [],
    evidence: '',
  };
}

function store(db: WritableDb, known: Training | undefined, wanted: Training): void {
  if (known !== undefined && sameValues(known, wanted)) return;
  putRow(db, trainingTable, { ...wanted, revision: wanted.revision + 1 });
}
