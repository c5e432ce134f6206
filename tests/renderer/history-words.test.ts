import { expect, test } from 'vitest';
import { RecordName } from '../../contract/history.ts';
import { operations } from '../../contract/operations.ts';
import { auditedTables, recordTables } from '../../db/audit-triggers.ts';
import { getTableColumns, getTableName, is, SQLiteTable } from '../../db/drizzle.ts';
import * as schema from '../../db/schema/index.ts';
import { changeTitle } from '../../renderer/text/changes.ts';
import { wordOfCode } from '../../renderer/text/field-words.ts';
import { fieldText, historyText } from '../../renderer/text/history.ts';
import { comparedLines, valueLines } from '../../renderer/ui/history-value.ts';

const bookkeeping = new Set(['id', 'revision', 'initials', 'pinyinSearch', 'pinyinKey', 'strokesKey']);

test('every record type and every field that the history can show has a Chinese name', () => {
  expect(RecordName.options.filter((record) => historyText.records[record] === undefined)).toEqual([]);
  const unnamed = Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .filter((table) => auditedTables.has(getTableName(table)))
    .flatMap((table) => Object.keys(getTableColumns(table)).map((field) => ({ table: getTableName(table), field })))
    .filter(({ field }) => !bookkeeping.has(field) && !/[一-龥]/.test(fieldText(field)));
  expect(unnamed).toEqual([]);
});

test('values are in words: codes, names, money, yes and no', () => {
  const names = { m1: '张三', b1: '第二支部' };
  expect(valueLines('member', 'education', '20', names)).toEqual(['大学本科']);
  expect(valueLines('member', 'isMigrantWorker', 1, names)).toEqual(['是']);
  expect(valueLines('membership', 'branchId', 'b1', names)).toEqual(['第二支部']);
  expect(valueLines('dues_payment', 'amount', 123_456, names)).toEqual(['1,234.56 元']);
  expect(valueLines('discipline', 'kind', 'probation-within-party', names)).toEqual(['留党察看']);
  expect(valueLines('meeting', 'types', ['members-meeting', 'party-lesson'], names)).toEqual(['支部党员大会、党课']);
  expect(valueLines('honour', 'memberId', null, names)).toEqual(['无']);
  expect(valueLines('dues_payment', 'lines', [{ month: '2026-10', amount: 500 }], names)).toEqual([
    '月份 2026-10，金额 5.00 元',
  ]);
});

test('of two lists only what differs is told', () => {
  const kept = { memberId: 'm1', hours: 8 };
  expect(
    comparedLines(
      'training',
      'participants',
      [kept, { memberId: 'm2', hours: 4 }],
      [kept, { memberId: 'm2', hours: 6 }],
      {
        m2: '李四',
      },
    ),
  ).toEqual({
    before: ['党员 李四，学时 4'],
    after: ['党员 李四，学时 6'],
    rest: '其余 1 项没有变',
  });
});

test('a change is said in one line', () => {
  const record = { record: 'member', id: 'm1', label: '张三', action: 'update' as const };
  const fields = [{ part: 'member', field: 'education' }];
  const one = { operation: 'member.save', reason: '', recordCount: 1, records: [{ ...record, fields }] };
  expect(changeTitle(one)).toBe('修改 张三 的学历');
  expect(changeTitle({ ...one, operation: 'change.undo' })).toBe('撤销操作：修改 张三 的学历');
  const line = { record: 'discipline', id: 'd1', label: '张三 2026-03-01', action: 'insert' as const, fields: [] };
  const owned = { ...record, action: 'parts' as const, fields: [{ part: 'member_status', field: '' }] };
  expect(changeTitle({ ...one, recordCount: 2, records: [line, owned] })).toBe('新增 纪律处分 张三 2026-03-01');
});

interface Definition {
  type: string;
  entries?: Record<string, string>;
  shape?: Record<string, unknown>;
  element?: unknown;
  innerType?: unknown;
  in?: unknown;
}

/** Codes of a schema with the place they stand in: the table, or the list inside it. */
function codesOf(schema: unknown, place: string, field: string): [string, string, string][] {
  const definition = (schema as { _zod?: { def: Definition } } | undefined)?._zod?.def;
  if (definition === undefined) return [];
  const { type, entries, shape, element, innerType } = definition;
  if (type === 'enum') return Object.values(entries ?? {}).map((code) => [place, field, code]);
  if (type === 'object') return Object.entries(shape ?? {}).flatMap(([key, inner]) => codesOf(inner, place, key));
  if (type === 'array') {
    const isList = (element as { _zod?: { def: Definition } })._zod?.def.type === 'object';
    return codesOf(element, isList ? field : place, field);
  }
  return codesOf(innerType ?? definition.in, place, field);
}

/** Fields of a schema with the list they stand in; none for those of the record itself. */
function fieldsOf(schema: unknown, list: string): [string, string][] {
  const definition = (schema as { _zod?: { def: Definition } } | undefined)?._zod?.def;
  if (definition === undefined) return [];
  const { shape, element, innerType } = definition;
  if (shape === undefined) return fieldsOf(element ?? innerType ?? definition.in, list);
  return Object.entries(shape).flatMap(([key, inner]) => [[list, key] as [string, string], ...fieldsOf(inner, key)]);
}

test('every field inside a list of a form has its name in the history', () => {
  const ties = new Set(['id', 'revision', 'agendaId', 'hash', 'position']);
  const unnamed = Object.entries(operations).flatMap(([name, { input }]) => {
    if (!name.endsWith('.save')) return [];
    const { draft } = (input as unknown as { shape: { draft: unknown } }).shape;
    return fieldsOf(draft, '').filter(([list, field]) => !ties.has(field) && !/[一-龥]/.test(fieldText(field, list)));
  });
  expect(unnamed).toEqual([]);
});

test('every code that a form can save has its word in the history', () => {
  const parts: Record<string, string> = { statuses: 'member_status', memberships: 'membership' };
  const unworded = Object.entries(operations).flatMap(([name, { input }]) => {
    const [record = '', verb] = name.split('.');
    if (verb !== 'save') return [];
    const { draft } = (input as unknown as { shape: { draft: unknown } }).shape;
    return codesOf(draft, recordTables.get(record) ?? record, '').filter(
      ([place, field, code]) => wordOfCode(parts[place] ?? place, field, code) === undefined,
    );
  });
  expect(unworded).toEqual([]);
});
