import { z } from 'zod';
import { Secret } from './archive.ts';
import { operation } from './operation.ts';
import { RestrictedSubject, Role } from './permission.ts';
import { saveInput } from './record.ts';
import { IsoDate, Label, RecordId, Revision } from './values.ts';

/**
 * 使用人: somebody who opens the archive with a passphrase of their own. Made together with the passphrase
 * (`person.add`), gone together with it (`person.remove`); the id is that of the key slot.
 */
export const Person = z.strictObject({
  id: RecordId,
  revision: Revision,
  name: Label.max(60),
  role: Role,
  addedOn: IsoDate,
  /** When the passphrase was last set; ISO time. */
  passphraseSetAt: z.iso.datetime(),
});
export type Person = z.infer<typeof Person>;

/** Name and role; the rest is the program's. */
const PersonDraft = z.strictObject({
  id: RecordId,
  revision: Revision,
  name: Label.max(60).optional(),
  role: Role.optional(),
});

/** A second person's own passphrase, given in the dialog of what is to be confirmed; neither logged nor kept. */
export const SecondPerson = z.strictObject({ person: Label.max(60), passphrase: Secret });
export type SecondPerson = z.infer<typeof SecondPerson>;

/** What a change of the data key did. */
export const KeyChange = z.strictObject({
  /** Told once, here; to be printed and typed back. */
  recoveryCode: z.string(),
  /** Copies in the folder that were brought over to the new key, and those that could not be read. */
  copies: z.int(),
  copiesLeft: z.array(z.string()),
  /** People whose slot was of the older kind and went. */
  dropped: z.array(z.string()),
});
export type KeyChange = z.infer<typeof KeyChange>;

/** The table of restricted subjects: which roles may read them today. */
const Access = z.strictObject({ subject: RestrictedSubject, role: Role, mayRead: z.boolean() });

export const personOperations = {
  'person.list': operation(
    'read',
    z.strictObject({}),
    z.strictObject({ people: z.array(Person), self: RecordId, access: z.array(Access) }),
  ),
  /** `passphrase` is that of the person at the keyboard, asked again for everything that touches the keys. */
  'person.add': operation(
    'write',
    z.strictObject({ name: Label.max(60), role: Role, newPassphrase: Secret, passphrase: Secret }),
    Person,
    'open',
    'manage',
  ),
  /** Another name or role. */
  'person.save': operation('write', saveInput(PersonDraft), Person, 'open', 'manage'),
  'person.resetPassphrase': operation(
    'write',
    z.strictObject({ id: RecordId, newPassphrase: Secret, passphrase: Secret }),
    z.strictObject({}),
    'open',
    'manage',
  ),
  /**
   * Takes the slot away and, unless told not to, gives the archive a new data key (`archive.renewKey`): then also an
   * earlier copy of the key file opens nothing in this folder any more.
   */
  'person.remove': operation(
    'write',
    z.strictObject({
      id: RecordId,
      revision: z.int(),
      reason: Label,
      passphrase: Secret,
      newKey: z.boolean().default(true),
    }),
    z.strictObject({ keyChange: KeyChange.nullable() }),
    'open',
    'manage',
  ),
  /** A new data key for everybody who has a passphrase now: nothing in the folder opens with the old one any more. */
  'archive.renewKey': operation('write', z.strictObject({ passphrase: Secret }), KeyChange, 'open', 'manage'),
};
