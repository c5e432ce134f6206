import { z } from 'zod';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, RecordId } from './values.ts';

/** A dated value of a rule, with where it comes from. The archive's values stand before the shipped ones. */
const setting = defineRecord(
  {
    /** Id of the setting in `rules/settings.ts`. */
    key: z.string().regex(/^[a-z0-9.-]{1,60}$/),
    value: z.union([z.number().min(-1_000_000).max(1_000_000), z.string().max(200), z.boolean()]),
    validFrom: IsoDate,
    validTo: IsoDate.nullable(),
    source: Label,
    note: Line,
  },
  { validTo: null, note: '' },
);
export const Setting = setting.record;
export const SettingDraft = setting.draft;
export const blankSetting = setting.blank;
export type Setting = z.infer<typeof Setting>;

export const SettingView = z.strictObject({
  key: z.string(),
  unit: z.string(),
  isLocal: z.boolean(),
  /** What holds on the day asked about. */
  value: z.union([z.number(), z.string(), z.boolean()]),
  source: z.string(),
  shipped: z.strictObject({ value: z.union([z.number(), z.string(), z.boolean()]), source: z.string() }),
  entries: z.array(Setting),
});

export const settingOperations = {
  'setting.list': operation('read', z.strictObject({ asOf: IsoDate }), z.array(SettingView)),
  /** The table of access (`access.…`) only the secretary changes. */
  'setting.save': operation('write', saveInput(SettingDraft), Setting, 'open', 'configure'),
  'setting.remove': operation(
    'write',
    z.strictObject({ id: RecordId, revision: z.int(), reason: Label }),
    z.strictObject({}),
    'open',
    'configure',
  ),
};
