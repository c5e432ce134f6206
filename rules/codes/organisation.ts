import type { OrganisationKind, PostTitle, UnitKind } from '../../contract/branch.ts';
import { foldText } from './code-table.ts';

/** 组织类别, domain.md §1.1. */
export const organisationKindNames: Readonly<Record<OrganisationKind, string>> = {
  'party-committee': '党委',
  'general-branch': '党总支',
  branch: '党支部',
  'joint-branch': '联合党支部',
  'temporary-branch': '临时党支部',
  'mobile-branch': '流动党员党支部',
};

/** 单位类别, domain.md §1.2. */
export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  village: '建制村',
  community: '社区（居委会）',
  'government-body': '机关',
  'public-institution': '事业单位',
  'public-enterprise': '公有经济控制企业',
  'private-enterprise': '非公有经济控制企业',
  'social-organisation': '社会组织',
  other: '其他',
};

/** 党内职务 in 职务序: the order of the keys is the printing order (domain.md §9). */
export const postTitleNames: Readonly<Record<PostTitle, string>> = {
  secretary: '书记',
  'deputy-secretary': '副书记',
  organisation: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  'united-front': '统战委员',
  youth: '青年委员',
  'mass-work': '群工委员',
  confidentiality: '保密委员',
  welfare: '生活委员',
  member: '委员',
};

const titles = Object.keys(postTitleNames) as PostTitle[];

const postAliases: Readonly<Record<string, PostTitle>> = {
  ...Object.fromEntries(titles.map((title) => [postTitleNames[title], title])),
  支书: 'secretary',
  纪律检查委员: 'discipline',
  纪委委员: 'discipline',
  青工委员: 'youth',
  群众工作委员: 'mass-work',
  群众委员: 'mass-work',
  支委: 'member',
  支委委员: 'member',
  支委会委员: 'member',
  支部委员: 'member',
};

/** Place of a person in 职务序: highest post first, then group leaders, then everyone else. */
export function postRank(posts: readonly PostTitle[], isGroupLeader: boolean): number {
  const ranks = posts.map((post) => titles.indexOf(post)).filter((rank) => rank >= 0);
  return ranks.length > 0 ? Math.min(...ranks) : titles.length + (isGroupLeader ? 0 : 1);
}

export interface PostsRead {
  /** In the order written, each once. */
  readonly titles: PostTitle[];
  /** 党小组长 is no post of the committee; it is told apart. */
  readonly isGroupLeader: boolean;
  /** Parts that are no known post. */
  readonly unread: string[];
}

/** Reads a cell such as `党支部副书记兼组织委员、第一党小组组长`. 党员 and 无 are no posts. */
export function readPosts(text: string): PostsRead {
  const read: PostsRead & { isGroupLeader: boolean } = { titles: [], isGroupLeader: false, unread: [] };
  for (const part of foldText(text).split(/[、,;/|]|兼任?|和/)) {
    const word = part.replace(/^(中共)?(本)?(党支部|支部委员会|支部|党内)(?=.)/, '');
    if (word === '' || ['无', '党员', '普通党员', '正式党员', '预备党员', '-', '—'].includes(word)) continue;
    const title = Object.hasOwn(postAliases, word) ? postAliases[word] : undefined;
    if (title !== undefined) {
      if (!read.titles.includes(title)) read.titles.push(title);
    } else if (word.endsWith('组长') && !word.includes('副')) read.isGroupLeader = true;
    else read.unread.push(part);
  }
  return read;
}
