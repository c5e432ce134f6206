import type { ArchiveCopy } from '../../contract/archive.ts';
import type { ExamReason, Failure, FailureCode, FileReason, SurveyReason } from '../../contract/failure.ts';
import type { KeyChange, Person } from '../../contract/person.ts';
import { roleNames } from '../../rules/codes/role.ts';
import { attachmentReasonText } from './attachment-text.ts';
import { snapshotReasonText } from './snapshot-text.ts';
import { undoReasons } from './undo-text.ts';

/** Every sentence that the terminal shows. */
export const cliText = {
  title: '支部台账 命令行：zhibu 命令 参数',
  exitCodes: '退出码：0 完成；1 有问题或被拒绝；2 用法不对。口令只能用 --passphrase-file 给出。',
  demoPerson: '演示书记',
  notJson: '--input 不是 JSON',
  noCopies: '没有可以恢复的备份',
  summaries: {
    new: '新建一个加密档案，打印一次恢复码',
    demo: '生成一个练习用的档案，内容全部虚构，同一个种子结果相同',
    operations: '列出全部操作和输入格式',
    call: '执行任何一个操作；输入中的 "grant:read-file:路径" 表示允许读取该文件',
    dump: '逐行输出一类记录（JSON），证件号和电话默认遮盖',
    import: '核对并导入党员花名册',
    undo: '撤销一次变更或一批导入',
    ledgers: '列出全部台账',
    export: '导出台账（Excel、PDF）',
    copy: '做一份核验过的备份，或列出已有备份',
    verify: '核验档案、修改历史和全部备份',
    restore: '用备份恢复，现有档案另存一旁',
    personList: '列出使用人和角色',
    personAdd: '增加一个使用人，另设口令；由书记执行',
    personReset: '重设一个使用人的口令；由书记执行',
    personRemove: '移除一个使用人并换密钥，打印新的恢复码；由书记执行',
    recoveryRenew: '换一个恢复码，打印一次，旧的作废',
    keyReveal: '显示原始密钥，用其他程序抢救资料时使用',
  },
  argumentCount: (least: number, most: number, given: number) =>
    `需要 ${least === most ? least : `${least} 至 ${most}`} 个参数，现在是 ${given} 个`,
  created: (folder: string, code: string) =>
    `已新建：${folder}\n恢复码（只显示这一次，请抄写保存，不要存在本机）：\n  ${code}`,
  demoCreated: (folder: string, members: number, meetings: number, passphrase: string | undefined) =>
    `已生成练习档案：${folder}\n党员 ${members} 人，会议 ${meetings} 次。${passphrase ? `口令：${passphrase}` : ''}`,
  copyLine: (copy: ArchiveCopy) =>
    `${copy.id}  ${copy.rows} 行  ${copy.verifiedAt === null ? '未通过核验' : `已核验 ${copy.verifiedAt}`}`,
  verified: (
    archive: { ok: boolean; integrity: string[]; historyEntries: number; historyBrokenAt: number | null },
    copies: number,
    broken: string[],
  ) =>
    [
      archive.integrity.length === 0 ? '档案完好' : `档案有损坏：${archive.integrity[0]}`,
      archive.historyBrokenAt === null
        ? `修改历史 ${archive.historyEntries} 条，前后相接`
        : `修改历史在第 ${archive.historyBrokenAt} 条断开`,
      broken.length === 0 ? `备份 ${copies} 份，全部完好` : `备份 ${copies} 份，未通过核验：${broken.join('、')}`,
    ].join('\n'),
  restored: (id: string, aside: string) => `已用 ${id} 恢复。原来的档案保存为 ${aside}。`,
  missingCharacter: (file: string, character: string, where: string) =>
    `${file}：“${character}”没有字形可印，以〓代替（${where}）`,
  personLine: ({ name, role, addedOn }: Person, isSelf: boolean) =>
    `${name}  ${roleNames[role]}  ${addedOn}${isSelf ? '  （本人）' : ''}`,
  personAdded: (name: string) => `已增加使用人：${name}`,
  personReset: (name: string) => `已重设口令：${name}`,
  personRemoved: (name: string) => `已移除使用人：${name}`,
  keyChanged: ({ recoveryCode, copies, copiesLeft, dropped }: KeyChange) =>
    [
      `已换密钥，${copies} 份备份一并换过。`,
      ...(copiesLeft.length > 0 ? [`读不出而没有换的备份：${copiesLeft.join('、')}`] : []),
      ...(dropped.length > 0 ? [`口令是旧式的，请重新增加：${dropped.join('、')}`] : []),
      `新的恢复码（只显示这一次，请抄写保存，不要存在本机）：\n  ${recoveryCode}`,
    ].join('\n'),
  recoveryRenewed: (code: string) => `新的恢复码（只显示这一次，请抄写保存，不要存在本机）：\n  ${code}`,
  noSuchPerson: (name: string) => `没有这个使用人：${name}`,
  keyWarning: '注意保管：拿到下面的密钥，就能打开这个档案的全部内容。本次显示已记入修改历史。',
  failure: (failure: Failure) => failureText[failure.code](failure as never),
};

const fileReasons: Record<FileReason, string> = {
  missing: '文件不存在',
  busy: '正在被其他程序打开',
  'no-permission': '没有权限',
  'disk-full': '磁盘已满',
  'too-large': '文件太大',
  'too-many-rows': '行数太多',
  'zip-bomb': '压缩内容大得不正常',
  'not-a-workbook': '不是能读的表格文件',
  encrypted: '文件设了打开密码',
  'no-header-row': '找不到表头行',
  'no-question-header': '找不到表头行，要有“题干”和“答案”两列',
  'no-such-sheet': '没有这个工作表',
  exists: '同名文件已存在',
  other: '无法读写',
};

const surveyReasons: Readonly<Record<SurveyReason, string>> = {
  begun: '已经开始，题目不能再改',
  'not-begun': '还没有开始',
  closed: '已经结束',
  'not-closed': '还没有结束，不能看结果',
  'no-questions': '还没有题目',
};

const examReasons: Readonly<Record<ExamReason, string>> = {
  running: '有人正在答题，交卷前不显示题目和答案',
  submitted: '已经交卷',
  'time-over': '考试时间到，答卷已锁定',
  closed: '成绩已经确认',
  'not-closed': '成绩还没有确认',
  'paper-issued': '试卷已经定稿',
  'paper-not-issued': '试卷还没有定稿',
  'not-expected': '考试当天不在本支部',
  'not-submitted': '还有人没有交卷',
  unmarked: '还有答卷没有阅完',
  nobody: '还没有人有成绩',
  'certificate-held': '不及格的人已经领了证书',
  'has-results': '已经有人参加',
  'other-mode': '考试不是用这种方式',
};

type TextOf = { [Code in FailureCode]: (failure: Extract<Failure, { code: Code }>) => string };

const failureText: TextOf = {
  'invalid-input': ({ fields }) =>
    `输入不符合要求：${Object.entries(fields)
      .map(([field, messages]) => `${field}（${messages.join('，')}）`)
      .join('；')}`,
  'unknown-operation': ({ name }) => `没有这个操作：${name}`,
  'no-archive-open': () => '没有打开的档案',
  'archive-missing': () => '这个位置没有档案',
  'archive-exists': () => '这个位置已有内容，没有覆盖',
  'archive-in-use': () => '档案正在被另一个程序使用',
  'archive-damaged': ({ detail }) => `档案损坏，打不开（${detail}）。可以用 restore 从备份恢复`,
  'archive-on-network-drive': () => '档案不能放在网络盘上',
  'schema-too-new': ({ found, supported }) => `档案由更新的版本写成（${found}，本程序支持到 ${supported}），没有改动`,
  'wrong-passphrase': () => '口令不对',
  'weak-passphrase': ({ minimum }) => `口令至少 ${minimum} 个字符`,
  'wrong-recovery-code': () => '恢复码不对',
  'recovery-code-unconfirmed': () => '恢复码还没有核对',
  'last-key-slot': () => '最后一个口令不能删除',
  'person-unclear': () => '这个口令有几个人在用，请用 --person 写明是谁',
  'last-secretary': () => '至少要保留一名书记',
  'not-permitted': ({ right, subject }) =>
    subject === null ? `这个使用人的角色不能做这项操作（${right}）` : `这个使用人的角色不能查看这类内容（${subject}）`,
  'second-person-needed': ({ people }) => `需要另一个人用自己的口令确认：${people.join('、')}`,
  'second-person-refused': ({ person }) => `${person}的口令不对，没有办理`,
  'no-such-record': ({ record, id }) => `没有这条记录：${record} ${id}`,
  'stale-record': ({ record, id, currentRevision }) =>
    `${record} ${id} 已被改过（现为第 ${currentRevision} 版），没有覆盖`,
  'duplicate-record': ({ record, field, id }) => `${record} 的 ${field} 与 ${id} 重复`,
  'rule-broken': ({ field, expected, actual, source }) => `${field}：应为 ${expected}，实为 ${actual}（${source}）`,
  'record-signed': ({ record, id }) => `${record} ${id} 已签字，只能更正，不能改写`,
  'record-voided': ({ record, id }) => `${record} ${id} 已作废，不能再改`,
  'record-in-use': ({ record, id, by }) => `${record} ${id} 正被 ${by} 引用`,
  'cannot-undo': ({ reason, records }) =>
    `不能撤销（${undoReasons[reason as keyof typeof undoReasons] ?? reason}）：${records.map((record) => record.label).join('、')}`,
  'no-such-grant': () => '没有得到这个文件的许可',
  'file-unreadable': ({ file, reason }) => `读不了 ${file}：${fileReasons[reason]}`,
  'file-unwritable': ({ file, reason }) => `写不了 ${file}：${fileReasons[reason]}`,
  'attachment-refused': ({ file, reason, limit }) => `没有附上 ${file}：${attachmentReasonText[reason](limit)}`,
  'plan-expired': () => '核对结果已过期，请重新核对',
  'plan-has-problems': ({ problems }) => `有 ${problems} 行有问题，没有写入。可加 --skip-problem-rows 跳过有问题的行`,
  'missing-characters': ({ characters }) => `有字打印不出：${characters.map((each) => each.character).join(' ')}`,
  'copy-unverified': ({ detail }) => `备份没有通过核验（${detail}），档案没有变化`,
  'snapshot-refused': ({ reason }) => `快照被拒绝：${snapshotReasonText[reason]}`,
  'server-refused': ({ status, detail }) => `服务器拒绝（${status} ${detail}）`,
  'server-insecure': () => '服务器地址不是 https，没有发送',
  'server-unreachable': ({ detail }) => `连不上服务器（${detail}）`,
  'exam-refused': ({ reason, detail }) => `考试不允许：${examReasons[reason]}${detail === '' ? '' : `（${detail}）`}`,
  'survey-refused': ({ reason }) => `调查不允许：${surveyReasons[reason]}`,
  'questions-lacking': ({ parts }) =>
    `题库里的题不够：${parts.map(({ part, wanted, found }) => `第 ${part + 1} 部分要 ${wanted} 题，只有 ${found} 题`).join('；')}`,
  cancelled: () => '已取消',
  'engine-stopped': () => '数据程序停止了',
  internal: ({ reference }) => `出现没有预料到的问题，编号 ${reference}`,
};
