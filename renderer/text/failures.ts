import type { Failure, FailureCode, FileReason, SnapshotReason } from '../../contract/failure.ts';
import { attachmentFailureText } from './attachment-failures.ts';
import { examFailureText, lackingText } from './exam-failures.ts';
import { rightNames, subjectNames } from './people.ts';
import { ruleSentence } from './rules.ts';
import { surveyFailures } from './surveys.ts';

/** What happened, what was kept, what to do: the three sentences of every failure. */
export interface FailureText {
  happened: string;
  kept: string;
  remedy: string;
}

type Of<Code extends FailureCode> = Extract<Failure, { code: Code }>;
type Sentences = { [Code in FailureCode]: (failure: Of<Code>) => FailureText };

const fileReasons = {
  missing: ['找不到这个文件。', '请核对文件是否被移动或改名，再选一次。'],
  busy: ['文件正在被别的程序打开。', '请在 Excel、WPS 或看图软件里关闭这个文件，再做一次。'],
  'no-permission': ['没有读写这个位置的权限。', '请换一个文件夹，或请管理这台电脑的人放开权限。'],
  'disk-full': ['磁盘已满。', '请清出空间，或换一个文件夹，再做一次。'],
  'too-large': ['文件太大。', '请删去图片和无关的工作表，再选一次。'],
  'too-many-rows': ['工作表的行数太多。', '请把名册分成几个文件，分次导入。'],
  'zip-bomb': ['文件解开后的大小与正常表格相差太远，没有读取。', '请用 Excel 或 WPS 另存一份，再选一次。'],
  'not-a-workbook': ['这不是能读的表格文件。', '请用 Excel 或 WPS 另存为 .xlsx，再选一次。'],
  encrypted: ['表格设了打开密码。', '请在 Excel 或 WPS 里去掉打开密码，再选一次。'],
  'no-header-row': ['没有找到表头，表里要有“姓名”这一列。', '请补上表头一行，再选一次。'],
  'no-question-header': [
    '没有找到表头，表里要有“题干”和“答案”两列。',
    '请补上表头一行，或下载空白表照着填，再选一次。',
  ],
  'no-such-sheet': ['没有这个工作表。', '请从列出的工作表里另选一个。'],
  exists: ['这里已有同名的文件。', '请换一个文件夹或名称。'],
  other: ['文件读写没有完成。', '请换一个文件夹再做一次；仍然不行，请记下发生的时间告诉维护人员。'],
} as const satisfies Record<FileReason, readonly [string, string]>;

const snapshotReasons = {
  'bad-signature': ['签名不对，文件不是它所写的支部交出的。', '请对方重新交一份。'],
  'unknown-signer': ['签名人不在已登记的名单里。', '请先核对对方的签名公钥并登记。'],
  'not-for-you': ['这份快照不是封给本单位的，打不开。', '请对方用本单位的公钥重新封装。'],
  tampered: ['内容被改动过。', '请对方重新交一份，不要使用这一份。'],
  truncated: ['文件不完整，尾部缺失。', '请重新复制或重新上交。'],
  'wrong-branch': ['快照属于另一个支部。', '请核对是不是选错了文件。'],
  replayed: ['这一份已经交过。', '请生成一份新的快照。'],
  'chain-broken': ['与上一份接不上，中间缺一份。', '请按次序补交缺的那一份。'],
  'receiver-behind': ['接收方的记录比本机旧。', '请联系接收方核对后再交。'],
  'too-new': ['快照由更新版本的程序生成。', '请先更新本程序。'],
  'bad-recipient': ['接收方公钥的写法不对。', '请重新向接收方索取公钥，整行复制。'],
  'bad-identity': ['私钥文件读不出。', '请核对是不是选错了文件。'],
  'bad-token': ['上交口令不被接受。', '请向接收方索取新的口令，到“快照”里更换。'],
  'too-large': ['快照超过接收方允许的大小。', '请与接收方联系。'],
} as const satisfies Record<SnapshotReason, readonly [string, string]>;

const nothingChanged = '本机资料没有变化。';

function fileText(verb: string, { file, reason }: { file: string; reason: FileReason }): FailureText {
  const [happened, remedy] = fileReasons[reason];
  return { happened: `${verb}${file === '' ? '' : `“${file}”`}。${happened}`, kept: nothingChanged, remedy };
}

function notPermitted({ right, subject }: Of<'not-permitted'>): string {
  if (subject !== null) return `您的角色不能查看${subjectNames[subject]}。`;
  return right === 'self' ? '这个使用人已经停用。' : `您的角色不能${rightNames[right]}。`;
}

const sentences = {
  'invalid-input': () => ({
    happened: '没有保存。有几项填得不完整或写法读不出。',
    kept: '填写的内容还在。',
    remedy: '请按各项下面的说明改好，再保存。',
  }),
  'unknown-operation': ({ name }) => ({
    happened: `程序里没有这个功能（${name}）。`,
    kept: nothingChanged,
    remedy: '请退出程序再打开；仍然不行，请重新安装。',
  }),
  'no-archive-open': () => ({
    happened: '档案已经锁定。',
    kept: '已保存的内容都在，填写的内容还在屏幕上。',
    remedy: '请输入密码打开档案，再做一次。',
  }),
  'person-unclear': () => ({
    happened: '有几个使用人设了同样的密码，分不出是谁。',
    kept: nothingChanged,
    remedy: '请先选姓名，再输入密码。进入后各自换一个密码。',
  }),
  'last-secretary': () => ({
    happened: '没有改。档案至少要有一名角色是“书记”的使用人。',
    kept: nothingChanged,
    remedy: '请先把另一名使用人的角色设为书记。',
  }),
  'not-permitted': (failure) => ({
    happened: notPermitted(failure),
    kept: nothingChanged,
    remedy: '需要办理时，请角色允许的人用自己的密码打开档案来办；分工有变，请书记在“设置”的“使用人”里调整。',
  }),
  'second-person-needed': ({ people }) => ({
    happened: '没有保存。这一步要由第二个人确认。',
    kept: '填写的内容还在。',
    remedy: `请${people.join('或')}在同一个窗口里输入本人的密码。`,
  }),
  'second-person-refused': ({ person }) => ({
    happened: `没有保存。${person}的密码不对。`,
    kept: '填写的内容还在。',
    remedy: `请${person}看看大写锁定键和输入法是否开着，再输入一次。`,
  }),
  'archive-missing': () => ({
    happened: '这个文件夹里没有档案。',
    kept: '没有改动任何文件。',
    remedy: '档案可能被移动、改名，或在没有插上的 U 盘里。请插好 U 盘或另选文件夹；都没有时，用备份恢复。',
  }),
  'archive-exists': () => ({
    happened: '这里已有同名的文件夹，里面有内容。',
    kept: '原有的内容没有动。',
    remedy: '请换一个名称，或换一个位置。',
  }),
  'archive-in-use': () => ({
    happened: '这份档案正被另一个程序或另一台电脑打开。',
    kept: '没有改动任何内容。',
    remedy: '请先在那边锁定或退出，再到这里打开。',
  }),
  'archive-damaged': ({ detail }) => ({
    happened: '档案文件已损坏，读不出来。',
    kept: '损坏的文件原样保留，没有改动；以前的备份不受影响。',
    remedy: `请从最近一份核验过的备份恢复。告诉维护人员时，请带上这个代号：${detail}。`,
  }),
  'archive-on-network-drive': () => ({
    happened: '这个位置在网络盘上，断网或多人同时打开会损坏档案。',
    kept: '没有改动任何文件。',
    remedy: '请把档案文件夹整个复制到本机硬盘，再从本机打开；交换资料用备份或快照。',
  }),
  'schema-too-new': ({ found, supported }) => ({
    happened: `这份档案由更新版本的程序写成（档案 ${found} 版，本程序认得到 ${supported} 版）。`,
    kept: '档案没有改动。',
    remedy: '请在这台电脑上安装新版本，再打开。',
  }),
  'wrong-passphrase': () => ({
    happened: '密码不对。',
    kept: '档案没有变化。',
    remedy: '请看大写锁定键和输入法是否开着，再输入一次；忘记密码时，用纸上的恢复码打开。',
  }),
  'weak-passphrase': ({ minimum }) => ({
    happened: `密码太短，至少 ${minimum} 个字。`,
    kept: '其他填写的内容还在。',
    remedy: '可以用一句自己记得住的话，汉字、数字、空格都行。',
  }),
  'wrong-recovery-code': ({ mistyped }) => ({
    happened: mistyped ? '恢复码与纸上的不一致，有字符抄错。' : '恢复码不属于这份档案。',
    kept: '档案没有变化。',
    remedy: mistyped ? '请对着纸逐组核对，再填一次。' : '请看纸上的支部名称和日期，是不是旧的一张或另一份档案的。',
  }),
  'recovery-code-unconfirmed': () => ({
    happened: '没有保存。恢复码还没有核对，核对之前不登记资料，以免忘记密码后打不开。',
    kept: '填写的内容还在。',
    remedy: '请到“设置”里打印恢复码，照纸填两组，再保存。',
  }),
  'last-key-slot': () => ({
    happened: '这是唯一能打开档案的密码，不能去掉。',
    kept: nothingChanged,
    remedy: '请先加上另一个人的密码，再去掉这一个。',
  }),
  'no-such-record': () => ({
    happened: '这条记录已经不在了。',
    kept: '其他内容没有变化。',
    remedy: '请回到列表重新打开；历史里可以查到是谁在什么时候去掉的。',
  }),
  'stale-record': () => ({
    happened: '没有保存。打开之后，这条记录在别处改过。',
    kept: '别处改的和这里填的都还在，谁也没有盖掉谁。',
    remedy: '请点“查看现在的内容”，对照后再保存。',
  }),
  'duplicate-record': ({ field }) => ({
    happened: `没有保存。已有一条记录的${fieldName(field)}与这里相同。`,
    kept: '填写的内容还在。',
    remedy: '请打开已有的那条核对，是同一人就在那里修改，不是就更正这里的号码。',
  }),
  'rule-broken': (failure) => ({
    happened: `没有保存。${ruleSentence(failure)}。`,
    kept: '填写的内容还在。',
    remedy: `请核对后再保存。依据：${failure.source}。`,
  }),
  'record-signed': () => ({
    happened: '没有保存。这份记录已经签字，不能直接改。',
    kept: '签字的原文没有变化。',
    remedy: '请用“更正”写明改什么、为什么；更正会附在原文后面一起打印。',
  }),
  'record-voided': () => ({
    happened: '没有保存。这份记录已经作废，不能再改。',
    kept: '作废的记录和理由没有变化。',
    remedy: '确实开过的会议，请另登记一次。',
  }),
  'record-in-use': ({ by }) => ({
    happened: `不能去掉，${by === 'attachment' ? '这条记录还有附件' : '别的记录还在用它'}。`,
    kept: nothingChanged,
    remedy: by === 'attachment' ? '请先去掉附件，再去掉这条记录。' : '请先改掉用到它的记录，或给它写上结束日期。',
  }),
  'cannot-undo': ({ records }) => ({
    happened: `没有撤销${records.length > 0 ? '：' : '。'}${records
      .slice(0, 5)
      .map((record) => record.label)
      .join('、')}${records.length > 5 ? ' 等' : ''}${records.length > 0 ? '，在这之后有了变化。' : ''}`,
    kept: '原来的内容和后来的修改都还在。',
    remedy: '请看撤销窗口里列出的原因，或者直接改成要的内容。',
  }),
  'no-such-grant': () => ({
    happened: '选好的文件或文件夹已经用过或失效。',
    kept: nothingChanged,
    remedy: '请重新选一次，再做。',
  }),
  'file-unreadable': (failure) => fileText('没有读出', failure),
  'file-unwritable': (failure) => fileText('没有写入', failure),
  'attachment-refused': attachmentFailureText,
  'plan-expired': () => ({
    happened: '核对结果已经过期，之后资料又有变化。',
    kept: '没有导入任何内容。',
    remedy: '请重新核对一次，再导入。',
  }),
  'plan-has-problems': ({ problems }) => ({
    happened: `没有导入。还有 ${problems} 行有问题。`,
    kept: '没有写入任何内容。',
    remedy: '请改好表格再选一次，或选择跳过有问题的行。',
  }),
  'missing-characters': ({ characters }) => ({
    happened: `没有生成。字体里没有这几个字：${characters.map(({ character, where }) => `${character}（${where}）`).join('、')}。`,
    kept: nothingChanged,
    remedy: '请核对这几个字是否录入有误；确实是生僻字的，请告诉维护人员补字体。',
  }),
  'copy-unverified': () => ({
    happened: '备份没有通过核验，与本机的资料不一致。',
    kept: '本机资料没有变化，以前核验过的备份仍可使用。',
    remedy: '请换一个 U 盘或文件夹，再备份一次。',
  }),
  'snapshot-refused': ({ reason }) => {
    const [happened, remedy] = snapshotReasons[reason];
    return { happened: `快照没有被接受。${happened}`, kept: nothingChanged, remedy };
  },
  'server-refused': ({ status }) => ({
    happened: `接收方没有收下（代号 ${status}）。`,
    kept: '快照还在本机。',
    remedy: '请核对接收地址和口令，再交一次。',
  }),
  'server-insecure': ({ url }) => ({
    happened: `没有上交。${url} 不是加密的地址，口令会被别人看到。`,
    kept: '快照还在本机。',
    remedy: '请向接收方索取以 https 开头的地址。',
  }),
  'server-unreachable': () => ({
    happened: '连不上接收方。',
    kept: '快照还在本机，已传的部分下次接着传。',
    remedy: '请检查网线和接收地址，再交一次；也可以存到 U 盘送去。',
  }),
  'exam-refused': ({ reason, detail }) => examFailureText(reason, detail),
  'survey-refused': ({ reason }) => surveyFailures[reason],
  'questions-lacking': ({ parts }) => lackingText(parts),
  cancelled: () => ({
    happened: '已取消。',
    kept: '完成的部分还在，做到一半的没有留下。',
    remedy: '需要时再做一次。',
  }),
  'engine-stopped': () => ({
    happened: '没有完成。管理资料的部分刚才停了，已经重新启动。',
    kept: '已保存的内容都在，填写的内容还在屏幕上。',
    remedy: '请重新输入密码，再做一次。',
  }),
  internal: ({ reference }) => ({
    happened: `没有完成，程序遇到没有预料到的情况（代号 ${reference}）。`,
    kept: '已保存的内容都在，填写的内容还在屏幕上。',
    remedy: '请再做一次；仍然不行，请把代号告诉维护人员。',
  }),
} as const satisfies Sentences;

/** The sentences of a failure. */
export function failureText(failure: Failure): FailureText {
  const sentence = sentences[failure.code] as (failure: Failure) => FailureText;
  return sentence(failure);
}

const fieldNames: Record<string, string> = {
  idNumber: '公民身份号码',
  name: '姓名',
  year: '年度',
  number: '届次',
  code: '组织代码',
};

function fieldName(field: string): string {
  return fieldNames[field] ?? '内容';
}
