import type { RestrictedSubject, Right, Role } from '../../contract/permission.ts';

/** What a role does, in one line beside its name. */
export const roleNotes: Readonly<Record<Role, string>> = {
  secretary: '全部操作，包括管理使用人、换恢复码',
  'organisation-commissioner': '登记、签字、作废、导入、上交、改规则设置；不管使用人',
  'discipline-commissioner': '登记谈话、整改、教育、处分；其他只看',
  'data-entry': '登记和修改；不签字、不作废、不删除',
  inspector: '只看和导出台账，不改',
};

export const subjectNames: Readonly<Record<RestrictedSubject, string>> = {
  talk: '谈心谈话',
  discipline: '处分和组织处置',
  hardship: '困难帮扶情况',
};

/** What a role may not do, after 不能. */
export const rightNames: Readonly<Record<Right, string>> = {
  self: '打开档案',
  read: '查看',
  enter: '登记和修改',
  supervise: '登记监督方面的记录',
  decide: '签字、作废、删除、撤回和上交',
  configure: '改规则设置、恢复备份',
  manage: '管理使用人和密钥',
};

/** 使用人 in the settings, the second person's dialog, and what is said where something is hidden. */
export const peopleText = {
  title: '使用人',
  note: '每个人用自己的密码打开档案，修改历史里记下是谁办的。角色决定能做什么，由程序检查。',
  honest:
    '角色由本程序把关。档案的内容用同一把密钥加密：有密码的人若懂技术，能用别的工具读出全部内容。要彻底收回，请移除时换密钥。',
  alone: '现在只有一个使用人，作废、不计入应到会不用第二个人确认，记录里写明“单人办理”。',
  columns: { name: '姓名', role: '角色', note: '能做什么', addedOn: '登记日期', passphraseSetAt: '密码设于' },
  openHint: '双击一行（或按回车）：改姓名、角色，重设密码，移除。',
  self: '本人',
  add: '增加使用人',
  edit: '改姓名、角色',
  reset: '重设密码',
  remove: '移除',
  removeNamed: (name: string) => `移除${name}`,
  resetDone: (name: string) => `已重设${name}的密码`,
  later: '以后再核对',
  newPassphrase: '给这个人的密码',
  newPassphraseHint: '告诉本人后，请他到“设置”的“密码和恢复码”里换成自己的。',
  ownPassphrase: (name: string) => `您（${name}）的密码`,
  reason: '原因',
  reasonHint: '例如：工作调动，不再经办',
  selfNotRemoved: '不能移除自己。请先让另一名书记打开档案。',
  newKey: '同时换密钥（建议）',
  newKeyNote:
    '换密钥以后，这个人以前的密码连同以前拷走的密钥文件，都打不开这个文件夹里的档案和备份。其他人的密码不变，恢复码要重新抄写。以前拷到别处的整份档案，仍能用当时的密码打开。',
  keepKeyNote: '不换密钥：这个人的密码不能再用。但他如果留有以前的密钥文件，仍能打开档案。',
  removed: (name: string) => `已移除${name}`,
  keyChanged: (copies: number) => `已换密钥，${copies} 份备份一并换过。`,
  copiesLeft: (names: readonly string[]) => `这些备份读不出，没有换：${names.join('、')}。`,
  dropped: (names: readonly string[]) => `这些人的密码是旧式的，请重新增加：${names.join('、')}。`,
  newRecovery: '旧的恢复码已经作废，请现在打印或抄写新的。核对以前，不能登记和修改。',
  accessTitle: '谁能看受限内容',
  accessNote:
    '书记都能看。点一下更改，从今天起算。看不到的人，列表、台账、检查提醒和修改历史里都不出现这类内容，并注明“受限”。',
  accessSource: '本支部分工，书记规定',
  accessReason: '调整受限内容的查看范围',
  accessLabel: (role: string, subject: string) => `${role}能看${subject}`,
  allowed: '能看',
  refused: '不能看',
  readOnly: '只有书记能改。',
  chosen: '使用人',
  second: {
    title: '第二个人确认',
    note: '作废记录、不计入应到会，要由另一名书记或组织委员用自己的密码确认。密码不保存。',
    who: '确认人',
    passphrase: '确认人的密码',
    alone: '档案里没有别的书记或组织委员，这一步将记为“单人办理”。',
    confirmAndSave: '确认并保存',
  },
  notPermitted: (what: string) => `您的角色不能${what}`,
  who: (name: string, role: string) => `${name}（${role}）`,
  atEntrance: '使用人',
  atEntranceHint: '可以不选，程序按密码认人',
  restricted: '受限',
  restrictedBook: (what: string) => `${what}属于受限内容，您的角色不能查看。由书记在“设置”的“使用人”里规定谁能看。`,
  confirmedBy: (name: string | null) => (name === null ? '' : name === '' ? '单人办理' : `${name}确认`),
  concealed: (names: string) => `受限内容未列：${names}。您的角色不能查看。`,
} as const;
