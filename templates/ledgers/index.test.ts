import { describe, expect, it } from 'vitest';
import { ledgers } from './index.ts';

/** Headings as domain.md §9 gives them, after 序号; a group of columns is written 组：列、列. */
const headings: Record<number, string> = {
  2: '姓名, 性别, 民族, 出生年月, 学历, 入党时间, 党内职务, 分工职责, 任职时间, 行政职务, 联系电话, 备注',
  3: '姓名, 性别, 民族, 出生年月, 籍贯, 学历, 学位, 公民身份号码, 参加工作时间, 入党时间, 转正时间, 党龄, 工作单位及职务, 党内职务, 所属党小组, 联系电话, 备注',
  6: '届次, 选举日期, 应到, 不计入, 实到, 发出票, 收回票, 有效票, 候选人, 得票, 当选, 批复文号/日期, 届满日期, 备注',
  5: '党小组名称, 组长, 成员姓名, 人数, 活动地点, 备注',
  13: '日期, 主题/议题, 主持人, 记录人, 应到, 实到, 缺席及原因, 决议, 材料',
  14: '日期, 议题, 应到委员, 实到, 主持人, 记录人, 决定事项, 落实情况',
  15: '日期, 党小组, 主题, 应到, 实到, 主要内容',
  16: '日期, 课题, 授课人（职务）, 地点, 应到, 实到, 学时, 课件/照片',
  17: '月份, 党员大会, 支委会, 党小组会, 党课, 主题党日, 季度小计, 是否达标',
  18: '日期, 主题, 形式, 地点, 应到, 实到, 主要内容, 经费, 照片',
  21: '姓名, 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月, 全年应到, 实到, 请假, 缺席, 出勤率',
  24: '姓名, 性别, 年龄, 入党时间, 自评, 互评, 优秀, 合格, 基本合格, 不合格, 评定等次, 备注',
  25: '姓名, 党员类别, 计算基数, 比例, 月应交, 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月, 全年应交, 全年实交, 差额, 备注',
  26: '姓名, 类别, 工资项目, 扣除, 计算基数, 比例, 月应交, 本人签字',
  27: '日期, 摘要, 收入, 上缴, 金额, 类别, 余额, 凭证号, 经办人',
  28: '姓名, 职务, 应学学时, 集中培训, 党课, 主题党日, 网络, 自学, 合计, 达标, 备注',
  22: '日期, 谈话人, 谈话对象, 类别, 主要内容, 问题/建议, 落实情况',
  23: '问题, 来源, 整改措施, 责任人, 完成时限, 完成情况, 完成日期',
  30: '日期, 姓名, 性别, 转入/转出, 原/拟去党组织, 介绍信号, 开具日期, 有效期至, 党费交至, 回执日期, 经办人, 备注',
  31: '姓名, 性别, 出生年月, 入党时间, 外出时间, 外出地点, 事由, 活动证号, 流入地党组织, 联系人/电话, 最近联系日期, 参加组织生活情况, 备注',
  32: '姓名, 性别, 入党时间, 党龄, 失去联系日期, 失联情形, 查找经过, 停止党籍日期, 除名日期, 备注',
  33: '姓名, 事由, 种类, 决定机关, 文号, 决定日期, 期限起止, 影响期至, 恢复权利日期, 备注',
  34: '姓名, 年龄, 党龄, 困难类别, 情况, 帮扶人, 帮扶措施, 慰问日期, 金额, 慰问物品, 资金来源, 签收',
  35: '时间, 对象（个人/组织）, 荣誉名称, 级别, 授予单位, 文号, 备注',
  36: '姓名, 承诺内容/项目, 时间, 地点, 时长, 效果, 评价',
  37: '日期, 类型, 主题/对象, 主持（谈话人）, 参加人数, 内容, 签字',
  41: '日期, 类别, 事项, 内容, 经办人',
  42: '日期, 姓名, 所属月份, 金额, 方式, 收款人, 是否补交, 备注',
};

const titles: Record<number, string> = {
  1: '党支部基本情况登记表',
  2: '党支部委员会成员及分工台账',
  3: '党员花名册',
  4: '党员信息登记卡',
  5: '党小组设置及成员名册',
  6: '换届选举工作台账',
  13: '支部党员大会记录台账',
  14: '支委会会议台账',
  15: '党小组会台账',
  16: '党课台账',
  17: '“三会一课”开展情况统计表',
  18: '主题党日活动台账',
  19: '会议签到表',
  20: '会议记录',
  21: '党员组织生活出勤台账',
  22: '谈心谈话记录台账',
  23: '组织生活会整改台账',
  28: '党员教育培训学时台账',
  30: '党组织关系转接台账',
  31: '流动党员台账（流出/流入）',
  32: '失联党员台账',
  33: '党员处分/组织处置台账',
  34: '困难党员帮扶台账',
  35: '荣誉表彰台账',
  36: '党员承诺践诺/志愿服务台账',
  37: '廉政/警示教育及提醒谈话台账',
  24: '民主评议党员结果汇总表',
  25: '党费收缴台账',
  26: '党费核定表',
  27: '党费上缴及使用台账',
  39: '党支部标准化规范化考核表',
  40: '党支部书记抓基层党建工作述职评议表',
  41: '工作日志',
  42: '党费交纳登记表',
};

const portrait = [1, 4, 5, 19, 20, 39, 40, 41, 42];

describe('the registry of ledgers', () => {
  it('has its ledgers with the titles of domain.md §9', () => {
    expect(Object.fromEntries(ledgers.map(({ number, title }) => [number, title]))).toEqual(titles);
  });

  it('prints the columns of domain.md §9 in their order', () => {
    const found = ledgers.flatMap((ledger) =>
      ledger.kind === 'table' ? [[ledger.number, ledger.columns.map(({ title }) => title).join(', ')]] : [],
    );
    expect(Object.fromEntries(found)).toEqual(headings);
  });

  it('lies the way domain.md §9 says', () => {
    for (const { number, orientation } of ledgers) {
      expect([number, orientation]).toEqual([number, portrait.includes(number) ? 'portrait' : 'landscape']);
    }
  });

  it('names each ledger once, by its number, and asks only for columns that exist', () => {
    expect(new Set(ledgers.map(({ id }) => id)).size).toBe(ledgers.length);
    for (const ledger of ledgers) {
      expect(ledger.id.startsWith(`${String(ledger.number).padStart(2, '0')}-`)).toBe(true);
      if (ledger.kind !== 'table') continue;
      const keys = ledger.columns.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of ledger.required) expect(keys).toContain(key);
    }
  });
});
