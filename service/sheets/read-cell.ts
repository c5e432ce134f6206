import type { RosterField, RosterProblemCode } from '../../contract/roster-import.ts';
import { codeOf } from '../../rules/codes/code-table.ts';
import { degreeCodeOf, degrees } from '../../rules/codes/degree.ts';
import { educations } from '../../rules/codes/education.ts';
import { ethnicities } from '../../rules/codes/ethnicity.ts';
import { jobs } from '../../rules/codes/job.ts';
import { readCategory } from '../../rules/codes/member.ts';
import { sexes } from '../../rules/codes/sex.ts';
import { type RosterKind, rosterColumns } from '../../templates/roster.ts';
import { notConfirmedWords, usualStates } from '../../templates/roster-words.ts';
import { bareText, cleanLine, cleanText, isEmptyWord } from './clean-text.ts';
import { type DateSource, readDateCell } from './read-date.ts';
import { readIdCell, readName } from './read-identity.ts';
import { readPhoneCell } from './read-phone.ts';
import type { RosterValues } from './roster-values.ts';
import { sectionText } from './row-kinds.ts';
import type { SheetCell } from './sheet.ts';

/** What a cell says in the column of a field. */
export type CellReading =
  | { readonly kind: 'values'; readonly values: RosterValues }
  | { readonly kind: 'problem'; readonly code: RosterProblemCode; readonly detail: Record<string, string> }
  | { readonly kind: 'masked'; readonly text: string }
  | { readonly kind: 'sex-in-name'; readonly values: RosterValues; readonly sex: '1' | '2' }
  /** A word no table holds, in a field that does without. */
  | { readonly kind: 'unread' };

const kinds = new Map<RosterField, RosterKind>(rosterColumns.map(({ field, kind }) => [field, kind]));

/** Longest text a field takes, as in the contract. */
const maxLine = 500;
const maxProse = 20_000;
const maxPhones = 30;

const nothing: CellReading = { kind: 'values', values: {} };

/** Reads one cell; `nothing` for blanks and words that say there is nothing. */
export function readCell(field: RosterField, cell: SheetCell, source: DateSource): CellReading {
  if (cell.kind === 'error') return problem('error-value');
  if (cell.kind === 'formula-without-result') return problem('formula-without-result');
  const kind = kinds.get(field) ?? 'text';
  if (kind === 'name') return readNameCell(cell);
  if (isEmptyWord(cell.shown)) return nothing;
  switch (kind) {
    case 'id-number': {
      const id = readIdCell(cell, source.isSeparatedText);
      if (id.kind === 'value') return values({ idNumber: id.value });
      return id.code === 'id-masked' ? masked(cell) : problem(id.code);
    }
    case 'phone':
      return readPhones(field, cell);
    case 'date': {
      if (field === 'confirmedOn' && notConfirmedWords.includes(cleanLine(cell.shown))) return nothing;
      const read = readDateCell(field === 'bornOn' ? withoutAge(cell) : cell, source);
      if (read.kind === 'date') return values({ [field]: read.date });
      return problem(read.code, read.candidates.length > 0 ? { candidates: read.candidates.join(' ') } : {});
    }
    case 'names':
      return readNames(cell);
    case 'state':
      return usualStates.includes(cleanLine(cell.shown)) ? nothing : { kind: 'unread' };
    case 'long-text':
      return readText(field, cleanText(cell.shown), maxProse);
    case 'text':
      return readText(field, cleanLine(cell.shown), maxLine);
    default: {
      const read = readWord(kind, cleanLine(cell.shown));
      if (read !== null) return values(read);
      if (kind === 'sex') return problem('sex-unclear');
      return kind === 'ethnicity' || kind === 'education' || kind === 'degree'
        ? problem('value-unknown')
        : { kind: 'unread' };
    }
  }
}

function readNameCell(cell: SheetCell): CellReading {
  const read = readName(cell.shown);
  if (read.kind === 'problem') return problem(read.code);
  const { name, sex } = read.value;
  return sex === null ? values({ name }) : { kind: 'sex-in-name', values: { name }, sex };
}

/** One or two people: 张三、李四. */
function readNames(cell: SheetCell): CellReading {
  const names: string[] = [];
  for (const part of cleanText(cell.shown)
    .split(/[、，,;；/\n]|\s{2,}/)
    .filter((piece) => piece.trim() !== '')) {
    const read = readName(part);
    if (read.kind === 'problem') return { kind: 'unread' };
    names.push(read.value.name);
  }
  return names.length > 2 ? { kind: 'unread' } : values({ introducerNames: names.join('、') });
}

/** A column of 联系电话 may hold either kind of number; each goes where it belongs. */
function readPhones(field: RosterField, cell: SheetCell): CellReading {
  const read = readPhoneCell(cell);
  if (read.kind === 'problem') return read.code === 'phone-masked' ? masked(cell) : problem(read.code);
  const mobilePhone = read.mobiles.join('、');
  const landline = read.landlines.join('、');
  if (mobilePhone.length > maxPhones || landline.length > maxPhones)
    return problem('text-too-long', { limit: String(maxPhones) });
  // Numbers of one kind only stay in the column's own field where they fit it.
  if (field === 'landline' && landline === '') return values({ landline: mobilePhone });
  return values({ ...(mobilePhone === '' ? {} : { mobilePhone }), ...(landline === '' ? {} : { landline }) });
}

/** Lists of cadres write the age below the month of birth: 1970.11（54岁）. */
function withoutAge(cell: SheetCell): SheetCell {
  return cell.kind === 'text'
    ? { ...cell, shown: cell.shown.replace(/\s*[（(]\s*\d{1,3}\s*岁?\s*[）)]\s*$/, '') }
    : cell;
}

function readText(field: RosterField, text: string, limit: number): CellReading {
  return text.length > limit ? problem('text-too-long', { limit: String(limit) }) : values({ [field]: text });
}

/** A column of words holds few different ones: each is looked up once. */
const wordsRead = new Map<string, RosterValues | null>();

function readWord(kind: RosterKind, text: string): RosterValues | null {
  const key = `${kind} ${text}`;
  let read = wordsRead.get(key);
  if (read === undefined) {
    read = wordReaders[kind]?.(text) ?? null;
    if (wordsRead.size > 5000) wordsRead.clear();
    wordsRead.set(key, read);
  }
  return read;
}

const wordReaders: Partial<Record<RosterKind, (text: string) => RosterValues | null>> = {
  sex: (text) => {
    const code = codeOf(sexes, text.toUpperCase());
    return code === '1' || code === '2' ? { sex: code } : null;
  },
  ethnicity: (text) => found('ethnicity', codeOf(ethnicities, text)),
  education: readEducation,
  degree: (text) => found('degree', degreeCodeOf(text)),
  job: (text) => found('jobCode', codeOf(jobs, text) ?? leafCode(text)),
  'technical-title': (text) => {
    const level = technicalTitles.find(({ words }) => words.test(text.normalize('NFKC')));
    return level === undefined ? null : { technicalTitle: level.title };
  },
  category: readCategoryWord,
  group: (text) => ({ groupName: sectionText(text) || text }),
  branch: (text) => ({ branchName: text.replaceAll(' ', '') }),
  post: (text) => ({ postTitle: text }),
};

const technicalTitles = [
  { title: 'senior', words: /^(正高|副高|高级|正高级|副高级)/ },
  { title: 'middle', words: /^中级/ },
  { title: 'junior', words: /^(初级|助理级|员级)/ },
] as const;

/** Four-digit leaves of the job table exist beyond those it names. */
function leafCode(text: string): string | null {
  return /^\d{4}$/.test(text) && codeOf(jobs, text.slice(0, 3)) !== null ? text : null;
}

function readCategoryWord(text: string): RosterValues | null {
  const category = readCategory(text);
  if (category !== null) return { category };
  const word = bareText(text);
  // 党员 says nothing about probation; 群众 and 团员 are not admitted.
  if (word === '党员' || word === '中共党员') return {};
  return /^(群众|共青团员|团员|中国共青团员)$/.test(word) ? { category: 'applicant' } : null;
}

/** 大学本科（学士）, 研究生/硕士: the level, and the degree where one is named as well. */
function readEducation(text: string): RosterValues | null {
  const level = text.replace(/^(全日制|在职)(教育)?/, '');
  const whole = codeOf(educations, text) ?? codeOf(educations, level);
  if (whole !== null) return { education: whole };
  const read: RosterValues = {};
  for (const part of text
    .normalize('NFKC')
    .split(/[/、,;()+\s]+/)
    .filter((piece) => piece !== '')) {
    const education = codeOf(educations, part);
    const degree = codeOf(degrees, part) ?? (/学士$|学位$/.test(part) ? degreeCodeOf(part) : null);
    if (read.education === undefined && education !== null) read.education = education;
    else if (read.degree === undefined && degree !== null) read.degree = degree;
    else return null;
  }
  return read.education === undefined ? null : read;
}

function found(field: RosterField, code: string | null): RosterValues | null {
  return code === null ? null : { [field]: code };
}

function values(read: RosterValues): CellReading {
  return { kind: 'values', values: read };
}

function masked(cell: SheetCell): CellReading {
  return { kind: 'masked', text: cleanLine(cell.shown).normalize('NFKC').replaceAll(' ', '') };
}

function problem(code: RosterProblemCode, detail: Record<string, string> = {}): CellReading {
  return { kind: 'problem', code, detail };
}
