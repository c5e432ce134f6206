import { type GuardedFile, partText } from './guard.ts';
import { addComments, addShapes, newComments, newDrawing } from './mark-comments.ts';
import { elementPrefix, FilledStyles, restyleCells } from './mark-sheet-xml.ts';
import { readRelations, readXlsxBook } from './xlsx-book.ts';
import { rewriteZip } from './zip-write.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Her own workbook with cells coloured and commented: only the sheets, styles and comments concerned are edited, in
 * place; everything else goes over byte by byte. `null` when the workbook is built in a way this does not know.
 *
 * @param marks texts by cell, by sheet name
 */
export function markXlsx(
  file: GuardedFile,
  marks: ReadonlyMap<string, ReadonlyMap<string, string>>,
  colour: string,
): Buffer | null {
  const book = readXlsxBook(file);
  const edits = new Map<string, string>();
  const nameOf = (part: string) => file.parts.get(part.toLowerCase())?.name ?? part;
  const textOf = (part: string) => edits.get(nameOf(part)) ?? partText(file, part);

  const stylesXml = book.stylesPart === null ? null : textOf(book.stylesPart);
  const typesXml = textOf('[Content_Types].xml');
  const styles = stylesXml === null ? null : FilledStyles.open(stylesXml, colour);
  // A strict workbook names its relations differently.
  const isStrict = textOf(book.workbookPart)?.includes('purl.oclc.org/ooxml') === true;
  if (isStrict || styles === null || book.stylesPart === null || typesXml === null || book.hasMacros) return null;
  const added: { comments: string[] } = { comments: [] };

  for (const { name, part } of book.sheets) {
    const wanted = marks.get(name);
    const xml = textOf(part);
    if (wanted === undefined || wanted.size === 0 || xml === null) continue;
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const relationsPart = `${folder}_rels/${part.slice(folder.length)}.rels`;
    const relations = [...readRelations(file, relationsPart, folder)];
    const related = (type: string) => relations.find(([, relation]) => relation.type === type)?.[1].target;
    const comments = related('comments');
    const drawing = related('vmlDrawing');
    let sheetXml = restyleCells(xml, wanted.keys(), (style) => styles.twinOf(style));

    if (comments !== undefined && drawing !== undefined && sheetXml.includes('legacyDrawing ')) {
      const edited = addComments(textOf(comments) ?? '', wanted);
      edits.set(nameOf(comments), edited.xml);
      edits.set(nameOf(drawing), addShapes(textOf(drawing) ?? '', edited.added));
    } else if (comments !== undefined || drawing !== undefined) return null;
    else {
      const commentsPart = freePart(file, edits, (number) => `xl/comments${number}.xml`);
      const drawingPart = freePart(file, edits, (number) => `xl/drawings/vmlDrawing${number}.vml`);
      // Some readers know only relative targets.
      const toRoot = folder === 'xl/worksheets/' ? '..' : '/xl';
      edits.set(commentsPart, newComments(wanted));
      edits.set(drawingPart, newDrawing([...wanted.keys()]));
      edits.set(
        nameOf(relationsPart),
        addRelations(textOf(relationsPart), [
          `<Relationship Id="zhibuComments" Type="${office}/comments" Target="${toRoot}${commentsPart.slice(2)}"/>`,
          `<Relationship Id="zhibuDrawing" Type="${office}/vmlDrawing" Target="${toRoot}${drawingPart.slice(2)}"/>`,
        ]),
      );
      sheetXml = placeDrawing(sheetXml);
      added.comments.push(commentsPart);
    }
    edits.set(nameOf(part), sheetXml);
  }
  edits.set(nameOf(book.stylesPart), styles.toXml());
  edits.set(nameOf('[Content_Types].xml'), addTypes(typesXml, added.comments));
  return rewriteZip(file.bytes, file.parts.values(), edits);
}

/** The first numbered name that no part has. */
function freePart(file: GuardedFile, edits: ReadonlyMap<string, string>, name: (number: number) => string): string {
  for (let number = 1; ; number++) {
    const part = name(number);
    if (!file.parts.has(part.toLowerCase()) && !edits.has(part)) return part;
  }
}

function addRelations(xml: string | null, relations: readonly string[]): string {
  if (xml === null || !xml.includes('</'))
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
  const p = elementPrefix(xml, 'Relationships');
  const prefixed = relations.map((relation) => relation.replace('<Relationship', `<${p}Relationship`));
  return xml.replace(`</${p}Relationships>`, `${prefixed.join('')}</${p}Relationships>`);
}

function addTypes(xml: string, comments: readonly string[]): string {
  if (comments.length === 0) return xml;
  const p = elementPrefix(xml, 'Types');
  const hasVml = /Extension=["']vml["']/i.test(xml);
  const vml = hasVml
    ? ''
    : `<${p}Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`;
  const overrides = comments.map(
    (part) =>
      `<${p}Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
  );
  return xml
    .replace(new RegExp(`<${p}Types\\b[^>]*>`), (open) => `${open}${vml}`)
    .replace(`</${p}Types>`, `${overrides.join('')}</${p}Types>`);
}

/** `legacyDrawing` has its place in the order of a sheet's elements: before these, or last. */
function placeDrawing(xml: string): string {
  const p = elementPrefix(xml, 'worksheet');
  const element = `<${p}legacyDrawing xmlns:zb="${office}" zb:id="zhibuDrawing"/>`;
  const later = 'legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst';
  const after = xml.indexOf(`</${p}sheetData>`);
  const from = Math.max(after, 0);
  const next = new RegExp(`<${p}(?:${later})[\\s>/]`).exec(xml.slice(from));
  const at = next === null ? xml.lastIndexOf(`</${p}worksheet>`) : from + next.index;
  return `${xml.slice(0, at)}${element}${xml.slice(at)}`;
}
