import type { UndoEffect, UndoObstacle, UndoObstacleCode } from '../../contract/change.ts';
import type { Names } from '../../contract/history.ts';
import type { Output } from '../../contract/operations.ts';

/** Why something cannot be taken back, in a few words. */
export const undoReasons: Readonly<Record<UndoObstacleCode, string>> = {
  'already-undone': '已经撤销过',
  'nothing-to-undo': '没有可以撤销的内容',
  'operation-final': '这类操作不能撤销',
  sealed: '签字、更正和作废不能撤销',
  signed: '已经签字',
  'receipt-issued': '收据已经开出',
  'changed-since': '之后又改过',
  'used-since': '已在别处用到',
  'reference-gone': '所属的记录已经没有了',
  contradicts: '与现有记录相冲突',
  'rule-broken': '撤销后不符合规则',
};

const kinds: Readonly<Record<UndoEffect['kind'], string>> = { restored: '还原', returns: '恢复', goes: '去掉' };

function valueText(value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'string') return names[value] ?? value;
  return JSON.stringify(value);
}

/** Sentences of `zhibu undo`. */
export const undoText = {
  effect: ({ kind, record, label, part, changes }: UndoEffect, names: Names) => {
    const fields = changes.map(
      ({ field, before, after }) => `${field} ${valueText(before, names)} → ${valueText(after, names)}`,
    );
    return `  ${kinds[kind]}  ${record} ${label}（${part}）${kind === 'restored' ? `  ${fields.join('；')}` : ''}`;
  },
  more: (rows: number) => `  另有 ${rows} 处`,
  obstacle: ({ code, record, label, fields, change }: UndoObstacle) => {
    const where = [record, label, fields.map(({ field }) => field).join('、')].filter((part) => part !== '').join(' ');
    const by = change === null ? '' : `（第 ${change.number} 号变更，${change.actor} ${change.at}）`;
    return `  ${undoReasons[code]}：${where}${by}`;
  },
  planOnly: '只核对，没有撤销',
  reason: '在命令行撤销',
  undone: ({ change, restored, returned, removed }: Output<'change.undo'>) =>
    `已撤销：还原 ${restored} 条，恢复 ${returned} 条，去掉 ${removed} 条。这次撤销是第 ${change} 号变更，也可以撤销`,
};
