import { AppError } from '../contract/failure.ts';
import { needsOf, type OperationName, operations } from '../contract/operations.ts';
import { confirmingRoles, type Needs, type RestrictedSubject, type Right, roleRights } from '../contract/permission.ts';
import { type Person, SecondPerson } from '../contract/person.ts';
import type { ReadableDb } from '../db/open.ts';
import { readFact } from '../db/queries/facts.ts';
import { listPeople } from '../db/queries/people.ts';
import { listSettings } from '../db/queries/settings.ts';
import { concealedFrom } from '../rules/access.ts';
import type { OpenArchive } from './context.ts';
import { unlockWithPassphrase } from './keys/key-file.ts';
import { readKeys } from './keys/key-store.ts';
import { needsBehind } from './restricted.ts';

/** Rights that write records: not used before part of the recovery code was typed back. */
const writing: readonly Right[] = ['enter', 'supervise', 'decide', 'configure'];

/** What the person at the keyboard may do, decided here and nowhere else. */
export class Permissions {
  readonly #archive: OpenArchive;
  readonly #today: string;
  #concealed: RestrictedSubject[] | undefined;
  #second: string | undefined;

  constructor(archive: OpenArchive, today: string) {
    this.#archive = archive;
    this.#today = today;
  }

  /** Restricted subjects this person may not read today. */
  get concealed(): readonly RestrictedSubject[] {
    this.#concealed ??= concealedFrom(listSettings(this.#archive.db), this.#archive.role, this.#today);
    return this.#concealed;
  }

  /** @throws AppError `not-permitted`, `recovery-code-unconfirmed` */
  demand({ right, subject }: Needs): void {
    if (!roleRights[this.#archive.role].includes(right)) throw refused(right, null);
    if (subject !== undefined && this.concealed.includes(subject)) throw refused(right, subject);
  }

  /**
   * Everything an operation asks for, before its handler runs; a second person's passphrase is checked here.
   *
   * @throws AppError `not-permitted`, `recovery-code-unconfirmed`, `second-person-needed`, `second-person-refused`
   */
  async demandOperation(name: OperationName, input: unknown): Promise<void> {
    const needed = needsOf(name, input);
    this.demand(needed);
    for (const each of needsBehind(this.#archive.db, name, input)) this.demand(each);
    if (operations[name].kind !== 'read' && writing.includes(needed.right)) this.#demandRecoveryConfirmed();
    const second = SecondPerson.safeParse((input as { second?: unknown } | null)?.second);
    if (second.success) await this.#verifySecond(second.data);
  }

  /**
   * Who confirmed besides the person at the keyboard; empty where the archive has nobody else who could.
   *
   * @throws AppError `second-person-needed` when somebody could and has not
   */
  get confirmedBy(): string {
    if (this.#second !== undefined) return this.#second;
    const people = confirmersOf(this.#archive);
    if (people.length > 0) throw new AppError({ code: 'second-person-needed', people });
    return '';
  }

  #demandRecoveryConfirmed(): void {
    const { isRecoveryConfirmed, db } = this.#archive;
    if (!isRecoveryConfirmed && readFact(db, 'is-demo') !== 'yes')
      throw new AppError({ code: 'recovery-code-unconfirmed' });
  }

  async #verifySecond({ person, passphrase }: SecondPerson): Promise<void> {
    const people = confirmersOf(this.#archive);
    if (!people.includes(person)) throw new AppError({ code: 'second-person-needed', people });
    const wanted = listPeople(this.#archive.db).find(({ name }) => name === person);
    const keys = await readKeys(this.#archive.folder);
    const shown = keys.passphrases.find(({ id }) => id === wanted?.id)?.person;
    if (shown === undefined) throw new AppError({ code: 'second-person-needed', people });
    try {
      await unlockWithPassphrase(keys, passphrase, shown);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw new AppError({ code: 'second-person-refused', person, people });
    }
    this.#second = person;
  }
}

/** Names of the other people who can confirm a void or an exclusion. */
export function confirmersOf({ db, slotId }: { db: ReadableDb; slotId: string }): string[] {
  return listPeople(db)
    .filter((each: Person) => each.id !== slotId && confirmingRoles.includes(each.role))
    .map(({ name }) => name);
}

function refused(right: Right, subject: RestrictedSubject | null): AppError {
  return new AppError({ code: 'not-permitted', right, subject });
}
