import { Role } from '../../../contract/permission.ts';
import type { Person } from '../../../contract/person.ts';
import { type Command, type CommandContext, UsageError } from '../command.ts';
import { archiveFlags, callOrThrow, confirmRecovery, readPassphrase, withArchive } from '../session.ts';
import { cliText } from '../text.ts';

const who = '[--person OWN-NAME]';

export const personListCommand: Command = {
  usage: `zhibu person list ARCHIVE --passphrase-file FILE ${who} [--json]`,
  summary: cliText.summaries.personList,
  positionals: { least: 1, most: 1 },
  flags: archiveFlags,
  async run(context) {
    const { people, self, access } = await withArchive(context, () => callOrThrow(context.service, 'person.list', {}));
    if (context.json) context.print(JSON.stringify({ people, self, access }));
    else for (const person of people) context.print(cliText.personLine(person, person.id === self));
    return 0;
  },
};

export const personAddCommand: Command = {
  usage: `zhibu person add ARCHIVE NAME --role ${Role.options.join('|')} --new-passphrase-file FILE --passphrase-file FILE ${who} [--json]`,
  summary: cliText.summaries.personAdd,
  positionals: { least: 2, most: 2 },
  flags: { ...archiveFlags, role: { type: 'string' }, 'new-passphrase-file': { type: 'string' } },
  async run(context) {
    const role = Role.safeParse(context.flags.role);
    if (!role.success) throw new UsageError(`--role ${Role.options.join('|')}`);
    const person = await withArchive(context, () =>
      callOrThrow(context.service, 'person.add', {
        name: nameArgument(context),
        role: role.data,
        newPassphrase: readPassphrase(context, 'new-passphrase-file'),
        passphrase: readPassphrase(context),
      }),
    );
    context.print(context.json ? JSON.stringify(person) : cliText.personAdded(person.name));
    return 0;
  },
};

export const personResetCommand: Command = {
  usage: `zhibu person reset ARCHIVE NAME --new-passphrase-file FILE --passphrase-file FILE ${who} [--json]`,
  summary: cliText.summaries.personReset,
  positionals: { least: 2, most: 2 },
  flags: { ...archiveFlags, 'new-passphrase-file': { type: 'string' } },
  async run(context) {
    const name = nameArgument(context);
    await withArchive(context, async () => {
      const { id } = await findPerson(context, name);
      const newPassphrase = readPassphrase(context, 'new-passphrase-file');
      return callOrThrow(context.service, 'person.resetPassphrase', {
        id,
        newPassphrase,
        passphrase: readPassphrase(context),
      });
    });
    context.print(context.json ? '{}' : cliText.personReset(name));
    return 0;
  },
};

export const personRemoveCommand: Command = {
  usage: `zhibu person remove ARCHIVE NAME --reason TEXT [--keep-key] --passphrase-file FILE ${who} [--json]`,
  summary: cliText.summaries.personRemove,
  positionals: { least: 2, most: 2 },
  flags: { ...archiveFlags, reason: { type: 'string' }, 'keep-key': { type: 'boolean' } },
  async run(context) {
    const name = nameArgument(context);
    const { reason } = context.flags;
    if (typeof reason !== 'string') throw new UsageError('--reason is missing');
    const { keyChange } = await withArchive(context, async () => {
      const { id, revision } = await findPerson(context, name);
      const removed = await callOrThrow(context.service, 'person.remove', {
        id,
        revision,
        reason,
        passphrase: readPassphrase(context),
        newKey: context.flags['keep-key'] !== true,
      });
      if (removed.keyChange !== null) await confirmRecovery(context, removed.keyChange.recoveryCode);
      return removed;
    });
    if (context.json) context.print(JSON.stringify({ keyChange }));
    else {
      context.print(cliText.personRemoved(name));
      if (keyChange !== null) context.print(cliText.keyChanged(keyChange));
    }
    return 0;
  },
};

export const recoveryRenewCommand: Command = {
  usage: `zhibu recovery renew ARCHIVE --passphrase-file FILE ${who} [--json]`,
  summary: cliText.summaries.recoveryRenew,
  positionals: { least: 1, most: 1 },
  flags: archiveFlags,
  async run(context) {
    const { recoveryCode } = await withArchive(context, async () => {
      const renewed = await callOrThrow(context.service, 'archive.renewRecoveryCode', {
        passphrase: readPassphrase(context),
      });
      await confirmRecovery(context, renewed.recoveryCode);
      return renewed;
    });
    context.print(context.json ? JSON.stringify({ recoveryCode }) : cliText.recoveryRenewed(recoveryCode));
    return 0;
  },
};

function nameArgument({ positionals }: CommandContext): string {
  const name = positionals[1];
  if (name === undefined || name === '') throw new UsageError('argument 2 is missing');
  return name;
}

async function findPerson({ service }: CommandContext, name: string): Promise<Person> {
  const { people } = await callOrThrow(service, 'person.list', {});
  const found = people.find((person) => person.name === name);
  if (found === undefined) throw new UsageError(cliText.noSuchPerson(name));
  return found;
}
