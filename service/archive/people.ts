import { AppError } from '../../contract/failure.ts';
import type { Output, Parsed } from '../../contract/operations.ts';
import { RestrictedSubject, Role } from '../../contract/permission.ts';
import { type KeyChange, Person } from '../../contract/person.ts';
import { recordAccess } from '../../db/audit.ts';
import type { WritableDb } from '../../db/open.ts';
import { listPeople } from '../../db/queries/people.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { getRow, nextRevision, putRow, removeRow } from '../../db/records.ts';
import { person as personTable } from '../../db/schema/index.ts';
import { mayRead } from '../../rules/access.ts';
import {
  addPassphraseSlot,
  changePassphrase,
  removeSlot,
  renameSlot,
  type Unlocked,
  unlockWithPassphrase,
} from '../keys/key-file.ts';
import type { KeyFile } from '../keys/key-schema.ts';
import { readKeys, writeKeys } from '../keys/key-store.ts';
import { completeDraft } from '../save.ts';
import type { SessionContext } from './handlers.ts';
import { renewKey } from './renew-key.ts';

/**
 * Finds who opened the archive and says so to the session. An archive that knows no people yet is from before there
 * were roles: everybody with a passphrase becomes its secretary.
 *
 * @throws AppError `not-permitted` when the slot belongs to nobody (any more); the archive is closed again
 */
export function identifyPerson(context: SessionContext, keys: KeyFile): void {
  const { session } = context;
  const { db, slotId } = session.open;
  if (listPeople(db).length === 0)
    context.write(() => {
      for (const slot of keys.passphrases)
        putPerson(db, { id: slot.id, name: freeName(db, slot.person), role: 'secretary' }, context);
    });
  const found = listPeople(db).find(({ id }) => id === slotId);
  if (found === undefined) {
    session.stop();
    throw new AppError({ code: 'not-permitted', right: 'self', subject: null });
  }
  session.identify(found);
}

/** The holder of the recovery code is as good as the archive itself: somebody not known yet is its secretary. */
export function admitRecovered(context: SessionContext, keys: KeyFile): void {
  const { db, slotId, person: name } = context.session.open;
  const people = listPeople(db);
  if (people.length > 0 && !people.some(({ id }) => id === slotId))
    context.write(() => putPerson(db, { id: slotId, name: freeName(db, name), role: 'secretary' }, context));
  identifyPerson(context, keys);
}

/**
 * After a rescue the people are those of the copy. When it knows none of those who have a passphrase now, they are
 * its secretaries: the copy is older than all of them.
 */
export function identifyRescued(context: SessionContext, keys: KeyFile): void {
  const { db } = context.session.open;
  const people = listPeople(db);
  if (!people.some(({ id }) => keys.passphrases.some((slot) => slot.id === id)))
    context.write(() => {
      for (const { id } of people) db.raw.prepare('DELETE FROM person WHERE id = ?').run(id);
    });
  identifyPerson(context, keys);
}

/**
 * After a copy took the archive's place: who may open it is what it was before, not what it was in the copy.
 */
export function keepPeople(context: SessionContext, before: readonly Person[]): void {
  const { db, slotId } = context.session.open;
  context.write(() => {
    for (const { id } of listPeople(db))
      if (!before.some((each) => each.id === id)) db.raw.prepare('DELETE FROM person WHERE id = ?').run(id);
    for (const each of before) putRow(db, personTable, each);
  });
  const self = before.find(({ id }) => id === slotId);
  if (self !== undefined) context.session.identify(self);
}

type PersonOperation =
  | 'person.list'
  | 'person.add'
  | 'person.save'
  | 'person.resetPassphrase'
  | 'person.remove'
  | 'archive.renewKey';

type PersonHandlers = {
  [Name in PersonOperation]: (context: SessionContext, input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};

export const personHandlers: PersonHandlers = {
  'person.list': ({ session, today }) => {
    const { db, slotId } = session.open;
    const settings = listSettings(db);
    const access = RestrictedSubject.options.flatMap((subject) =>
      Role.options.map((role) => ({ subject, role, mayRead: mayRead(settings, role, subject, today()) })),
    );
    return { people: listPeople(db), self: slotId, access };
  },

  'person.add': async (context, { name, role, newPassphrase, passphrase }) => {
    const { keys, dataKey, folder, db } = await authenticate(context, passphrase);
    demandFreeName(db, name, '');
    // A slot whose person was never stored (a write cut off in between) is in nobody's way.
    const known = withoutStrays(keys, listPeople(db));
    const added = await addPassphraseSlot(known, dataKey, name, newPassphrase, context.keyCost);
    await writeKeys(folder, added.file);
    return context.write(() => putPerson(db, { id: added.slotId, name, role }, context));
  },

  'person.save': async (context, { draft, reason }) => {
    const { db, folder } = context.session.open;
    const stored = getRow(db, personTable, 'person', draft.id);
    const completed = completeDraft(Person, stored, {}, draft);
    const isSame = () => completed.name === stored.name && completed.role === stored.role;
    const revision = nextRevision('person', stored, draft, isSame);
    if (revision === 'same') return stored;
    demandFreeName(db, completed.name, draft.id);
    if (completed.role !== 'secretary') demandOtherSecretary(db, draft.id);
    const saved = { ...completed, revision };
    context.write(() => putRow(db, personTable, saved), { reason });
    if (saved.name !== stored.name) await writeKeys(folder, renameSlot(await readKeys(folder), saved.id, saved.name));
    if (saved.id === context.session.open.slotId) context.session.identify(saved);
    return saved;
  },

  'person.resetPassphrase': async (context, { id, newPassphrase, passphrase }) => {
    const { keys, dataKey, folder, db } = await authenticate(context, passphrase);
    getRow(db, personTable, 'person', id);
    await writeKeys(folder, await changePassphrase(keys, dataKey, id, newPassphrase, context.keyCost));
    notePassphrase(context, id);
    return {};
  },

  'person.remove': async (context, { id, revision, reason, passphrase, newKey }) => {
    const { keys, folder, db, slotId } = await authenticate(context, passphrase);
    const stored = getRow(db, personTable, 'person', id);
    if (id === slotId) throw new AppError({ code: 'record-in-use', record: 'person', id, by: 'session' });
    if (stored.role === 'secretary') demandOtherSecretary(db, id);
    // The row first: without it the slot opens nothing, should the second write be cut off.
    context.write(() => removeRow(db, personTable, 'person', { id, revision }), { reason });
    const hasSlot = keys.passphrases.some((slot) => slot.id === id);
    if (hasSlot) await writeKeys(folder, removeSlot(keys, id));
    return { keyChange: newKey ? await changeKey(context) : null };
  },

  'archive.renewKey': async (context, { passphrase }) => {
    await authenticate(context, passphrase);
    return changeKey(context);
  },
};

async function changeKey(context: SessionContext): Promise<KeyChange> {
  const { slotId, db } = context.session.open;
  context.write(() =>
    recordAccess(db, {
      action: 'reveal',
      record: 'archive',
      recordId: 'archive',
      part: 'recovery-code',
      what: 'new-key',
    }),
  );
  const self = getRow(db, personTable, 'person', slotId);
  try {
    return await renewKey(context);
  } finally {
    context.session.identify(self);
  }
}

/** The person at the keyboard, once more, by their own passphrase. @throws AppError `wrong-passphrase` */
export async function authenticate(
  { session }: Pick<SessionContext, 'session'>,
  passphrase: string,
): Promise<Unlocked & { keys: KeyFile; folder: string; db: WritableDb }> {
  const { folder, slotId, db } = session.open;
  const keys = await readKeys(folder);
  const own = keys.passphrases.find((slot) => slot.id === slotId);
  if (own === undefined) throw new AppError({ code: 'wrong-passphrase' });
  const unlocked = await unlockWithPassphrase(keys, passphrase, own.person);
  return { ...unlocked, keys, folder, db };
}

function putPerson(
  db: WritableDb,
  { id, name, role }: { id: string; name: string; role: Role },
  { today, now }: Pick<SessionContext, 'today' | 'now'>,
): Person {
  const row = { id, revision: 1, name, role, addedOn: today(), passphraseSetAt: now().toISOString() };
  putRow(db, personTable, row);
  return row;
}

/** Stores when a passphrase was set, so that the history says who set whose. */
export function notePassphrase(context: SessionContext, id: string): void {
  const { db } = context.session.open;
  const stored = getRow(db, personTable, 'person', id);
  const passphraseSetAt = context.now().toISOString();
  context.write(() => putRow(db, personTable, { ...stored, revision: stored.revision + 1, passphraseSetAt }));
}

/** A name nobody has: should two slots ever carry the same, the second gets a number. */
function freeName(db: WritableDb, name: string): string {
  const taken = new Set(listPeople(db).map((each) => each.name));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name.slice(0, 56)} ${number}`;
  return free;
}

function demandFreeName(db: WritableDb, name: string, id: string): void {
  const holder = listPeople(db).find((each) => each.name === name && each.id !== id);
  if (holder !== undefined)
    throw new AppError({ code: 'duplicate-record', record: 'person', field: 'name', id: holder.id });
}

function demandOtherSecretary(db: WritableDb, id: string): void {
  const isLast = !listPeople(db).some((each) => each.role === 'secretary' && each.id !== id);
  if (isLast && getRow(db, personTable, 'person', id).role === 'secretary')
    throw new AppError({ code: 'last-secretary' });
}

function withoutStrays(keys: KeyFile, people: readonly Person[]): KeyFile {
  const passphrases = keys.passphrases.filter((slot) => people.some(({ id }) => id === slot.id));
  return passphrases.length === 0 ? keys : { ...keys, passphrases };
}
