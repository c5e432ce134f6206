import type { RosterNotice, RosterProblemCode } from '../contract/roster-import.ts';

/** What is wrong and what to do, for every problem of a roster row. `{name}` is filled from the problem's detail. */
export const rosterProblemTexts: Readonly<
  Record<RosterProblemCode, { readonly message: string; readonly remedy: string }>
> = {
  'name-missing': { message: '这一行没有姓名', remedy: '补上姓名；不是党员的行请删去' },
  'name-unclear': { message: '姓名里有读不懂的字符', remedy: '只留姓名，说明写到备注列' },
  'name-private-character': {
    message: '姓名里有自造字，换一台电脑就会变成别的字',
    remedy: '用输入法重新输入这个字（Unicode 生僻字）',
  },
  'id-digits-lost': {
    message: '身份证号是按数字存的，后几位已经丢失',
    remedy: '先把该列设为“文本”，再对照身份证重填 18 位号码',
  },
  'id-length': { message: '身份证号不是 18 位', remedy: '对照身份证重填 18 位号码' },
  'id-characters': { message: '身份证号里有不该有的字符', remedy: '对照身份证重填 18 位号码' },
  'id-birth-date': { message: '身份证号里的出生日期不存在', remedy: '对照身份证重填 18 位号码' },
  'id-checksum': { message: '身份证号的校验码不对，可能有一位写错', remedy: '对照身份证重填 18 位号码' },
  'id-old': { message: '这是 15 位的旧号码', remedy: '对照身份证改为 18 位号码' },
  'id-masked': { message: '身份证号被星号遮住，本机也没有对得上的人', remedy: '填完整的 18 位号码' },
  'sex-missing': { message: '没有填性别，身份证号也未填，无法推算', remedy: '填“男”或“女”' },
  'sex-unclear': { message: '读不出性别', remedy: '填“男”或“女”' },
  'sex-differs-from-id': {
    message: '性别写的是{written}，身份证号是{derived}',
    remedy: '核对性别和身份证号，改正写错的一处',
  },
  'date-unreadable': { message: '读不出日期', remedy: '改成 2017-12-06 或 2017.12 这样的写法' },
  'date-ambiguous': {
    message: '这个日期有两种读法：{candidates}',
    remedy: '改成 2017-12-06 或 2017年10月 这样的写法',
  },
  'date-two-digit-year': { message: '年份只有两位，看不出是哪个世纪', remedy: '年份写足四位' },
  'date-impossible': { message: '没有这个日期', remedy: '改成真实的日期，写法如 2017-12-06' },
  'date-in-future': { message: '日期晚于今天（{asOf}）', remedy: '改正日期；还没到的日期先不填' },
  'birth-differs-from-id': {
    message: '出生日期写的是 {written}，身份证号是 {derived}',
    remedy: '改正写错的一处；确以档案为准的，先留空，导入后在党员页填写并注明依据',
  },
  'confirmed-before-joined': {
    message: '转正时间（{confirmedOn}）早于入党时间（{joinedOn}）',
    remedy: '核对两个日期，改正写错的一处',
  },
  'confirmed-missing': { message: '写的是正式党员，但没有转正时间', remedy: '补填转正时间' },
  'joined-missing': { message: '写的是预备党员，但没有入党时间', remedy: '补填入党时间' },
  'category-differs': { message: '人员类别和日期不符', remedy: '核对人员类别、入党时间和转正时间' },
  'value-unknown': { message: '不在代码表里', remedy: '改用规范名称，如“汉族”“大学本科”“硕士”' },
  'phone-unreadable': { message: '读不出电话号码', remedy: '只填号码：手机 11 位，固定电话带区号' },
  'phone-digits-lost': { message: '电话号码变成了科学计数，数字已经丢失', remedy: '先把该列设为“文本”，再重填号码' },
  'phone-masked': { message: '电话号码被星号遮住，本机也没有对得上的', remedy: '填完整的号码' },
  'text-too-long': { message: '文字超过 {limit} 个字', remedy: '缩短这一格' },
  'formula-without-result': {
    message: '这一格是公式，文件里没有存计算结果',
    remedy: '用 Excel 或 WPS 打开并保存一次，或改填数值',
  },
  'error-value': { message: '这一格是错误值', remedy: '改填正确的内容' },
  'branch-unknown': { message: '本机没有这个党支部', remedy: '核对党支部名称，或先在设置里建立这个支部' },
  'duplicate-in-file': { message: '同一个人在表里出现两次，另见第 {rows} 行', remedy: '只保留一行' },
  'two-values-one-person': { message: '姓名合并的几行内容不同，另见 {otherCell}', remedy: '一个人只留一行' },
  'person-ambiguous': {
    message: '本机有同名的人（{count} 人），看不出是不是同一人',
    remedy: '补上身份证号或出生日期',
  },
  'person-id-differs': {
    message: '本机有同名同生日的人，身份证号不同（{known}）',
    remedy: '核对身份证号；是同一人的，先在党员页改正本机的号码',
  },
  'person-has-left': { message: '这个人在本机已经离开支部', remedy: '重新转入的，请在党员页办理转入' },
  'person-in-other-branch': { message: '这个人现在属于本机的另一个支部', remedy: '换支部请在党员页办理转接' },
};

/** What is said of things in the file that are not taken over. */
export const rosterNoticeTexts: Readonly<Record<RosterNotice['kind'], string>> = {
  'column-unknown': '这一列不认识，没有导入',
  'column-repeated': '这一列和前面的列重复，没有导入',
  'value-not-imported': '这一格没有导入',
  'row-total': '合计行，没有导入',
  'row-footer': '表尾，没有导入',
  'row-note': '说明文字，没有导入',
  'row-hint': '填写示例或列号，没有导入',
  'row-header-repeated': '重复的表头',
  'sheet-not-read': '这个工作表也像名册，没有读取',
};

/** Fills `{name}` from a detail; what is missing becomes 未填. */
export function fillText(text: string, detail: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(detail, name) ? (detail[name] ?? '') : '未填'));
}
