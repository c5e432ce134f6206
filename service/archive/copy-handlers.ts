import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import type { Output, Parsed } from '../../contract/operations.ts';
import { listPeople } from '../../db/queries/people.ts';
import { carryAway, checkCopy, listCopies, makeCopy, placeCopy } from './copies.ts';
import type { SessionContext } from './handlers.ts';
import { keepPeople } from './people.ts';
import { place } from './place.ts';

type CopyOperation = 'copy.list' | 'copy.make' | 'copy.verify' | 'copy.restore';

type CopyHandlers = {
  [Name in CopyOperation]: (context: SessionContext, input: Parsed<Name>) => Output<Name> | Promise<Output<Name>>;
};

/** The copies of the open archive: made, checked and put in its place. */
export const copyHandlers: CopyHandlers = {
  'copy.list': ({ session }) => listCopies(session.open.folder),

  'copy.make': async (context, input) => {
    const { open } = context.session;
    const target = input.folder === undefined ? undefined : context.grants.take(input.folder, 'write-folder');
    const copy = await makeCopy(open, 'asked', context);
    if (target !== undefined) await carryAway(open, copy.id, target, context);
    return copy;
  },

  'copy.verify': (context, input) => checkCopy(context.session.open, input.id, context),

  'copy.restore': async (context, input) => {
    const { session } = context;
    const open = session.open;
    const people = listPeople(open.db);
    const copy = await checkCopy(open, input.id, context);
    if (copy.verifiedAt === null) throw new AppError({ code: 'copy-unverified', detail: copy.id });
    const keptAside = await swapDatabase(open.folder, copy.id, context.now());
    await session.start({
      folder: open.folder,
      dataKey: Buffer.from(open.hexKey, 'hex'),
      slotId: open.slotId,
      person: open.person,
      isRecoveryConfirmed: open.isRecoveryConfirmed,
      job: context.job,
    });
    keepPeople(context, people);
    return { keptAside, status: session.status() };

    async function swapDatabase(folder: string, id: string, at: Date): Promise<string> {
      const file = place.database(folder);
      const restoring = `${file}.restoring`;
      await placeCopy(open, id, restoring, context);
      await makeCopy(open, 'before-restore', context);
      session.stop();
      const aside = `archive-${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}.db`;
      renameSync(file, join(folder, aside));
      for (const side of ['-wal', '-shm'])
        if (existsSync(`${file}${side}`)) renameSync(`${file}${side}`, join(folder, `${aside}${side}`));
      renameSync(restoring, file);
      return aside;
    }
  },
};
