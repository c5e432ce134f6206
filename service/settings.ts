import { AppError } from '../contract/failure.ts';
import { blankSetting, Setting } from '../contract/setting.ts';
import { listSettings } from '../db/queries/settings.ts';
import { removeRow } from '../db/records.ts';
import { setting } from '../db/schema/index.ts';
import { settingOn, settingProblem, shippedSettings } from '../rules/settings.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const settingHandlers = {
  'setting.list': ({ archive }, { asOf }) => {
    const entries = listSettings(archive.db);
    return shippedSettings.map((shipped) => {
      const held = settingOn(entries, shipped.key, asOf);
      return {
        key: shipped.key,
        unit: shipped.unit,
        isLocal: shipped.isLocal,
        value: held.value,
        source: held.source,
        shipped: { value: shipped.value, source: shipped.source },
        entries: entries.filter((entry) => entry.key === shipped.key),
      };
    });
  },
  'setting.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'setting', table: setting, schema: Setting, blank: blankSetting },
      input,
      (record) => {
        const problem = settingProblem(record.key, record.value);
        if (problem !== null) {
          const field = problem === 'unknown-key' ? 'key' : 'value';
          throw new AppError({ code: 'invalid-input', fields: { [field]: [problem] } });
        }
        if (record.validTo !== null && record.validTo < record.validFrom)
          throw new AppError({ code: 'invalid-input', fields: { validTo: ['before validFrom'] } });
      },
    ),
  'setting.remove': (context, input) =>
    context.write(
      () => {
        removeRow(context.archive.db, setting, 'setting', input);
        return {};
      },
      { reason: input.reason },
    ),
} satisfies HandlersOf<'setting.list' | 'setting.save' | 'setting.remove'>;
