import type { RestrictedSubject, Right } from './permission.ts';

/**
 * Every way an operation can refuse or fail. Codes are closed: the window has a sentence for each,
 * and the compiler demands it. `reference` ties an unforeseen fault to the line in the log.
 */
export type Failure =
  | { code: 'invalid-input'; fields: Record<string, string[]> }
  | { code: 'unknown-operation'; name: string }
  | { code: 'no-archive-open' }
  | { code: 'archive-missing' }
  | { code: 'archive-exists' }
  | { code: 'archive-in-use' }
  | { code: 'archive-damaged'; detail: string }
  | { code: 'archive-on-network-drive' }
  | { code: 'schema-too-new'; found: number; supported: number }
  | { code: 'wrong-passphrase' }
  | { code: 'weak-passphrase'; minimum: number }
  | { code: 'wrong-recovery-code'; mistyped: boolean }
  | { code: 'recovery-code-unconfirmed' }
  | { code: 'last-key-slot' }
  /** The passphrase is that of several people and none was named. */
  | { code: 'person-unclear' }
  /** The archive has to keep a secretary. */
  | { code: 'last-secretary' }
  /** The role of the person at the keyboard does not allow it, or not this subject. */
  | { code: 'not-permitted'; right: Right; subject: RestrictedSubject | null }
  /** Somebody else has to confirm with their passphrase; `people` can. */
  | { code: 'second-person-needed'; people: string[] }
  /** The passphrase is not that of the second person named. */
  | { code: 'second-person-refused'; person: string; people: string[] }
  | { code: 'no-such-record'; record: string; id: string }
  | { code: 'stale-record'; record: string; id: string; currentRevision: number }
  | { code: 'duplicate-record'; record: string; field: string; id: string }
  | { code: 'rule-broken'; rule: string; field: string; expected: string; actual: string; source: string }
  | { code: 'record-signed'; record: string; id: string }
  | { code: 'record-voided'; record: string; id: string }
  | { code: 'record-in-use'; record: string; id: string; by: string }
  | { code: 'cannot-undo'; reason: string; records: { record: string; id: string; label: string }[] }
  | { code: 'no-such-grant' }
  | { code: 'file-unreadable'; file: string; reason: FileReason }
  | { code: 'file-unwritable'; file: string; reason: FileReason }
  /** `limit` in bytes. */
  | { code: 'attachment-refused'; file: string; reason: AttachmentReason; limit: number }
  | { code: 'plan-expired' }
  | { code: 'plan-has-problems'; problems: number }
  | { code: 'missing-characters'; characters: { character: string; where: string }[] }
  | { code: 'copy-unverified'; detail: string }
  | { code: 'snapshot-refused'; reason: SnapshotReason; detail: string }
  | { code: 'server-refused'; status: number; detail: string }
  | { code: 'server-unreachable'; detail: string }
  | { code: 'server-insecure'; url: string }
  | { code: 'exam-refused'; reason: ExamReason; detail: string }
  | { code: 'survey-refused'; reason: SurveyReason }
  | { code: 'questions-lacking'; parts: { part: number; wanted: number; found: number }[] }
  | { code: 'cancelled' }
  | { code: 'engine-stopped' }
  | { code: 'internal'; reference: string };

export type FailureCode = Failure['code'];

export type FileReason =
  | 'missing'
  | 'busy'
  | 'no-permission'
  | 'disk-full'
  | 'too-large'
  | 'too-many-rows'
  | 'zip-bomb'
  | 'not-a-workbook'
  | 'encrypted'
  | 'no-header-row'
  | 'no-question-header'
  | 'no-such-sheet'
  | 'exists'
  | 'other';

export type ExamReason =
  | 'running' // somebody sits an exam: no keys are shown; `detail` names the person
  | 'submitted'
  | 'time-over'
  | 'closed'
  | 'not-closed'
  | 'paper-issued'
  | 'paper-not-issued'
  | 'not-expected'
  | 'not-submitted' // `detail` names the people
  | 'unmarked' // `detail` names the people
  | 'nobody'
  | 'certificate-held' // `detail` names the people who hold one and no longer pass
  | 'has-results'
  | 'other-mode';

export type SurveyReason = 'begun' | 'not-begun' | 'closed' | 'not-closed' | 'no-questions';

export type AttachmentReason =
  | 'too-large'
  | 'empty'
  | 'unknown-type'
  | 'not-shown'
  | 'executable'
  | 'macros'
  | 'not-an-image'
  | 'too-much-at-once';

export type SnapshotReason =
  | 'bad-signature'
  | 'unknown-signer'
  | 'not-for-you'
  | 'tampered'
  | 'truncated'
  | 'wrong-branch'
  | 'replayed'
  | 'chain-broken'
  | 'receiver-behind'
  | 'too-new'
  | 'bad-recipient'
  | 'bad-identity'
  | 'bad-token'
  | 'too-large';

/** The error that carries a {@link Failure} inside one process; across processes only the failure travels. */
export class AppError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'AppError';
    this.failure = failure;
  }
}
