import { type GuardedFile, partText, refuse } from './guard.ts';
import { builtInFormat } from './number-format.ts';
import { attribute, unescapeOffice, walkXml } from './xml-events.ts';

/** Where the sheets of an OOXML workbook are and what they share. */
export interface XlsxBook {
  readonly hasMacros: boolean;
  readonly isFrom1904: boolean;
  readonly activeSheet: number;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly part: string }[];
  readonly workbookPart: string;
  readonly stylesPart: string | null;
  readonly sharedStringsPart: string | null;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** @throws AppError `file-unreadable` `not-a-workbook` when the zip holds no workbook */
export function readXlsxBook(file: GuardedFile): XlsxBook {
  const root = readRelations(file, '_rels/.rels', '');
  const workbookPart = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target;
  const xml = workbookPart === undefined ? null : partText(file, workbookPart);
  if (workbookPart === undefined || xml === null || !/<(\w+:)?workbook[\s>]/.test(xml))
    refuse(file.fileName, 'not-a-workbook');
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const relationsPart = `${folder}_rels/${workbookPart.slice(folder.length)}.rels`;
  const relations = readRelations(file, relationsPart, folder);

  let isFrom1904 = false;
  let activeSheet = 0;
  const sheets: { name: string; isHidden: boolean; part: string }[] = [];
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = isTrue(attributes.date1904);
      if (name === 'workbookView') activeSheet = Number(attributes.activeTab ?? 0) || 0;
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      if (relation?.type !== 'worksheet') return;
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', isHidden, part: relation.target });
    },
  });
  const byType = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target ?? null;
  return {
    hasMacros: byType('vbaProject') !== null,
    isFrom1904,
    activeSheet,
    sheets,
    workbookPart,
    stylesPart: byType('styles'),
    sharedStringsPart: byType('sharedStrings'),
  };
}

/** Relations inside the file; those that point outside are not followed, so they are left out. */
export function readRelations(file: GuardedFile, part: string, folder: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const xml = partText(file, part);
  if (xml === null) return relations;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = (attributes.Type ?? '').split('/').at(-1) ?? '';
      relations.set(attributes.Id ?? '', { type, target: resolvePart(folder, attributes.Target ?? '') });
    },
  });
  return relations;
}

/** `xl/` and `../media/a.png` → `media/a.png`; a leading slash starts at the root. */
export function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Texts of the shared string table; furigana (phonetic runs) are not part of a text. */
export function readSharedStrings(file: GuardedFile, part: string | null): string[] {
  const xml = part === null ? null : partText(file, part);
  const strings: string[] = [];
  if (xml === null) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeOffice(text));
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}

/** Number format code of every cell style, by its index. */
export function readCellFormats(file: GuardedFile, part: string | null): string[] {
  const xml = part === null ? null : partText(file, part);
  const formats: string[] = [];
  if (xml === null) return formats;
  const custom = new Map<number, string>();
  let inCellStyles = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(custom.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
