import type { CodeTable } from './code-table.ts';

/**
 * GB/T 4658-2006 学历, highest obtained (a student counts with what is completed).
 *
 * Rosters say the level and not how it ended: 大学, 本科 or 大学本科 become the group code 20 (not 21 毕业), 大专 30,
 * 研究生 10; nothing is added that was not written. 大学 is read as 大学本科, as 党内统计 does; 大学普通班 is 28.
 * 中专, 职高 and 技校 have no group of their own in the standard and become their 毕业 codes 41, 44 and 47.
 * 大学文化, 本科及以上 and the like are not understood. Codes 73 and 83 are general knowledge; one source prints 82.
 */
export const educations: CodeTable = {
  source: 'GB/T 4658-2006',
  names: {
    '10': '研究生教育',
    '11': '博士研究生毕业',
    '12': '博士研究生结业',
    '13': '博士研究生肄业',
    '14': '硕士研究生毕业',
    '15': '硕士研究生结业',
    '16': '硕士研究生肄业',
    '17': '研究生班毕业',
    '18': '研究生班结业',
    '19': '研究生班肄业',
    '20': '大学本科',
    '21': '大学本科毕业',
    '22': '大学本科结业',
    '23': '大学本科肄业',
    '28': '大学普通班毕业',
    '30': '大学专科',
    '31': '大学专科毕业',
    '32': '大学专科结业',
    '33': '大学专科肄业',
    '40': '中等职业教育',
    '41': '中等专科毕业',
    '42': '中等专科结业',
    '43': '中等专科肄业',
    '44': '职业高中毕业',
    '45': '职业高中结业',
    '46': '职业高中肄业',
    '47': '技工学校毕业',
    '48': '技工学校结业',
    '49': '技工学校肄业',
    '60': '普通高级中学',
    '61': '普通高中毕业',
    '62': '普通高中结业',
    '63': '普通高中肄业',
    '70': '初级中学',
    '71': '初中毕业',
    '73': '初中肄业',
    '80': '小学',
    '81': '小学毕业',
    '83': '小学肄业',
    '90': '其他',
  },
  aliases: {
    研究生: '10',
    研究生学历: '10',
    博士: '11',
    博士研究生: '11',
    博士毕业: '11',
    硕士: '14',
    硕士研究生: '14',
    硕士毕业: '14',
    研究生班: '17',
    大学: '20',
    本科: '20',
    大学学历: '20',
    大学本科教育: '20',
    全日制本科: '20',
    在职本科: '20',
    本科毕业: '21',
    大学毕业: '21',
    大学普通班: '28',
    大专: '30',
    专科: '30',
    大学专科教育: '30',
    高职: '30',
    大专毕业: '31',
    专科毕业: '31',
    中职: '40',
    中专: '41',
    中等专科: '41',
    中等专业学校: '41',
    中专毕业: '41',
    中师: '41',
    职高: '44',
    职业高中: '44',
    技校: '47',
    技工学校: '47',
    中技: '47',
    高中: '60',
    普通高中: '60',
    高中毕业: '61',
    初中: '70',
    初中及以下: '70',
    小学毕业生: '81',
    其它: '90',
  },
};

export type EducationLevel = 'postgraduate' | 'bachelor' | 'college' | 'secondary-vocational' | 'high-school' | 'lower';

/** Level for the statistics, by the first digit (domain.md §2.4): 1, 2, 3, 4, 6, then 7 and above. */
export function educationLevel(code: string | null): EducationLevel | null {
  if (code === null || code === '') return null;
  const levels: Record<string, EducationLevel> = {
    '1': 'postgraduate',
    '2': 'bachelor',
    '3': 'college',
    '4': 'secondary-vocational',
    '6': 'high-school',
  };
  return levels[code.charAt(0)] ?? 'lower';
}

/** 大专及以上; unknown is not. */
export function isCollegeOrAbove(code: string | null): boolean {
  return code !== null && /^[123]/.test(code);
}
