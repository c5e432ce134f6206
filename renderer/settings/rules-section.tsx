import { useMemo, useState } from 'react';
import { isAccessKey } from '../../rules/access.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SettingDialog } from './setting-dialog.tsx';
import { nameOf, type SettingRow, settingValue } from './setting-value.ts';

const words = text.settings.rules;

const columns: readonly TableColumn<SettingRow>[] = [
  {
    key: 'name',
    title: words.columns.name,
    width: 320,
    render: (row) => (
      <>
        <span className="row-name">{nameOf(row)}</span>
        {row.isLocal && <span className="setting-local">{words.local}</span>}
        {row.value !== row.shipped.value && <span className="setting-changed">{words.changed}</span>}
      </>
    ),
  },
  {
    key: 'value',
    title: words.columns.value,
    width: 170,
    render: ({ value, unit }) => settingValue(value, unit),
  },
  { key: 'source', title: words.columns.source, render: ({ source }) => <span title={source}>{source}</span> },
];

/** Every threshold of the rules, as it holds on the as-of date, with its source. */
export function RulesSection() {
  const { asOf } = useWorkspace();
  const { value, failure } = useOperation('setting.list', { asOf }, { records: ['setting'] });
  const [openedKey, setOpenedKey] = useState<string>();
  const rows = useMemo(() => rowsOf((value ?? []).filter(({ key }) => !isAccessKey(key))), [value]);
  const opened = value?.find(({ key }) => key === openedKey);
  return (
    <>
      <p className="note">{words.note(asOf)}</p>
      {failure !== undefined && <FailurePanel failure={failure} />}
      <DataTable
        label={text.settings.sections.rules}
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        nameOf={nameOf}
        onOpen={({ key }) => setOpenedKey(key)}
        onEdit={({ key }) => setOpenedKey(key)}
      />
      {opened !== undefined && <SettingDialog row={opened} onClose={() => setOpenedKey(undefined)} />}
    </>
  );
}
