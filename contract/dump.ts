import { z } from 'zod';
import { RecordName } from './history.ts';
import { operation } from './operation.ts';
import { subjectOf } from './permission.ts';
import { IsoDate } from './values.ts';

export const dumpOperations = {
  /**
   * Every record of a type, named as in `contract/`. With `asOf`, only what was in force that day
   * (members: in a branch; posts, groups: held; meetings, appraisals: up to it).
   * ID numbers and phones are masked unless `unmask`, which is recorded.
   */
  'record.dump': operation(
    'write',
    z.strictObject({ record: RecordName, asOf: IsoDate.optional(), unmask: z.boolean().default(false) }),
    z.array(z.record(z.string(), z.unknown())),
    'open',
    ({ record, unmask }) => ({ right: unmask ? 'enter' : 'read', subject: subjectOf(record) }),
  ),
};
