import type { Change, UndoEffect, UndoObstacle, UndoObstacleCode } from '../../contract/change.ts';
import { failureText } from './failures.ts';
import { fieldText, historyText } from './history.ts';

/** What a save wrote, as the button that does it is called. */
const operationNames: Readonly<Record<string, string>> = {
  'import.apply': '导入',
  'meeting.sign': '签字',
  'meeting.amend': '更正',
  'meeting.void': '作废',
  'transfer.accept': '接收',
  'archive.create': '建立档案',
  'archive.createDemo': '建立练习档案',
};

const verbs: Readonly<Record<Change['records'][number]['action'], string>> = {
  insert: '新增',
  update: '修改',
  delete: '去掉',
  parts: '修改',
  access: '查看或导出',
};

/** A record in words: 会议 七月党员大会, a member by the name; the type alone where it has none. */
export function recordText(record: string, label: string): string {
  const type = historyText.records[record] ?? record;
  if (label === '') return type;
  return record === 'member' ? label : `${type} ${label}`;
}

/** 学历、工作单位; parts of a record by their own name. */
export function fieldsText(fields: readonly { part: string; field: string }[], most = 3): string {
  const words = fields.map(({ part, field }) => {
    const ofPart = historyText.parts[part];
    return ofPart ?? (field === '' ? part : fieldText(field, part));
  });
  const unique = [...new Set(words)];
  return unique.length > most ? `${unique.slice(0, most).join('、')}等` : unique.join('、');
}

/** What a change did, in one line: 修改 张三 的学历; 新增 党费交纳 张三 2026-10; 导入：名册.xlsx，300 条. */
export function changeTitle(change: Pick<Change, 'operation' | 'records' | 'recordCount' | 'reason'>): string {
  const [first] = change.records;
  if (change.operation === 'import.apply') return `导入：${change.reason}（${change.recordCount} 条记录）`;
  const named = operationNames[change.operation];
  if (first === undefined) return named ?? historyText.noChange;
  const what = recordText(first.record, first.label);
  const fields = fieldsText(first.fields);
  const verb = named ?? verbs[first.action];
  const single = first.action === 'insert' || first.action === 'delete' || first.action === 'access';
  // A line of a register also writes what it says of the member: that is no second thing she did.
  const others = change.records.filter(
    (each) => each !== first && (each.action !== 'parts' || each.record !== 'member'),
  ).length;
  const more = change.recordCount > change.records.length || others > 1 ? ` 等 ${change.recordCount} 条记录` : '';
  const done = `${verb} ${what}${single || fields === '' || more !== '' ? '' : ` 的${fields}`}${more}`;
  return change.operation === 'change.undo' ? `撤销操作：${done}` : done;
}

const obstacles: Readonly<Record<UndoObstacleCode, string>> = {
  'already-undone': '这次修改已经撤销过了。',
  'nothing-to-undo': '这次没有改动任何内容。',
  'operation-final': '这类操作不能撤销。',
  sealed: '会议记录的签字、更正和作废都不撤销；写错了，请在会议里“更正”。',
  signed: '这份记录已经签字，签字以后只能更正，不能改回去。',
  'receipt-issued': '这笔党费的收据已经开出。要作废，请到“党费”里删去这一笔并写明原因。',
  'changed-since': '后来又改过，先撤销后面这一次，或者直接改成要的内容。',
  'used-since': '这条记录用到了要去掉的内容，先处理它。',
  'reference-gone': '要恢复的内容属于这条记录，而它已经没有了。',
  contradicts: '与这条记录冲突，先处理它。',
  'rule-broken': '撤销以后这条记录就不符合规则了。',
};

/** Why a change stays: what stands in the way, and what to do. */
export function obstacleText(obstacle: UndoObstacle): { what: string; why: string } {
  const { code, record, label, fields, failure } = obstacle;
  const where = record === '' ? '' : recordText(record, label);
  const which = fields.length === 0 ? '' : `（${fieldsText(fields, 6)}）`;
  const why = failure === null ? obstacles[code] : `${obstacles[code]}${failureText(failure).happened}`;
  return { what: `${where}${which}`, why };
}

const effects: Readonly<Record<UndoEffect['kind'], string>> = { restored: '改回', returns: '恢复', goes: '去掉' };

/** The row an undo touches: 改回 张三; 去掉 张三 的状态. */
export function effectText({ kind, record, label, part, rowLabel }: UndoEffect): string {
  const ofPart = historyText.parts[part];
  return `${effects[kind]} ${recordText(record, label)}${ofPart === undefined ? '' : ` 的${ofPart}${rowLabel === '' ? '' : ` ${rowLabel}`}`}`;
}

function countsText(restored: number, returned: number, removed: number): string {
  return [
    restored > 0 ? `改回 ${restored} 条` : '',
    returned > 0 ? `恢复 ${returned} 条` : '',
    removed > 0 ? `去掉 ${removed} 条` : '',
  ]
    .filter((part) => part !== '')
    .join('，');
}

/** Sentences of the list of changes and of undo. */
export const changesText = {
  title: '变更记录',
  summary: (total: number) => `共 ${total} 次修改，按时间从近到远`,
  from: '从',
  to: '到',
  person: '谁改的',
  record: '哪类记录',
  member: '涉及谁',
  search: '原因或批次',
  all: '全部',
  withAccess: '包括查看和导出',
  columns: { at: '时间', what: '做了什么', reason: '原因', person: '谁改的', state: '状态' },
  undone: '已撤销',
  isUndo: '撤销',
  access: '只看过',
  none: '这段时间没有修改。',
  noneFound: '没有符合这些条件的修改。',
  clear: '清除条件',
  concealed: '限制查看的记录，它们的修改没有列出。',
  choose: '选一行，这里显示改前和改后。',
  undo: '撤销这次修改',
  undoBatch: '撤销整批',
  redo: '撤销这次撤销（恢复修改）',
  undoneNote: '这次修改已经撤销，现在不起作用。',
  more: (count: number) => `另有 ${count} 处没有列出`,
  open: '打开这条记录',
  historyButton: '修改历史',
  historyOf: (what: string) => `修改历史：${what}`,
  offer: (what: string) => `撤销：${what}`,
  offerLabel: '刚保存的修改',
  dismiss: '知道了',
  dialog: {
    title: '撤销修改',
    titleBatch: '撤销整批修改',
    working: '正在核对撤销会影响什么…',
    by: (actor: string, at: string) => `${actor}，${at}`,
    effect: '撤销以后：',
    field: '内容',
    now: '现在',
    undone: '撤销后',
    counts: countsText,
    more: (count: number) => `另有 ${count} 处，没有一一列出。`,
    reason: '为什么撤销',
    defaultReason: '录入有误',
    reasonHint: '写进修改历史',
    again: '这次撤销也会记入修改历史，还可以再撤销。',
    action: '撤销',
    refused: '不能撤销，原因是：',
    laterChange: (title: string) => `后来的修改：${title}`,
    undoLater: '看看后来这一次',
  },
  done: (restored: number, returned: number, removed: number) => `已撤销：${countsText(restored, returned, removed)}`,
} as const;
