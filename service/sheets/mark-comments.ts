import { elementPrefix, escapeXml } from './mark-sheet-xml.ts';
import { parseAddress } from './sheet.ts';

/** Comments of a sheet: their texts, and the old drawing in which spreadsheets show them. */

const author = '支部台账';

/** A new comments part. */
export function newComments(marks: ReadonlyMap<string, string>): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors><author>${author}</author></authors><commentList>${commentsXml(marks, '', 0)}</commentList></comments>`
  );
}

/** Adds to the comments that are there; a cell that has one gets the new text below it. */
export function addComments(xml: string, marks: ReadonlyMap<string, string>): { xml: string; added: string[] } {
  const p = elementPrefix(xml, 'comments');
  const left = new Map(marks);
  const existing = new RegExp(`<${p}comment\\b[^>]*\\sref=["']([A-Z]+\\d+)["'][\\s\\S]*?</${p}comment>`, 'g');
  let edited = xml.replace(existing, (whole, address: string) => {
    const text = left.get(address);
    if (text === undefined) return whole;
    left.delete(address);
    return whole.replace(
      `</${p}text>`,
      `<${p}r><${p}t xml:space="preserve">\n${escapeXml(text)}</${p}t></${p}r></${p}text>`,
    );
  });
  const authors = [...edited.matchAll(new RegExp(`<${p}author[\\s>/]`, 'g'))].length;
  edited = edited
    .replace(`</${p}authors>`, `<${p}author>${author}</${p}author></${p}authors>`)
    .replace(`</${p}commentList>`, `${commentsXml(left, p, authors)}</${p}commentList>`);
  return { xml: edited, added: [...left.keys()] };
}

function commentsXml(marks: ReadonlyMap<string, string>, p: string, authorId: number): string {
  return [...marks]
    .map(
      ([address, text]) =>
        `<${p}comment ref="${address}" authorId="${authorId}"><${p}text><${p}r><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r></${p}text></${p}comment>`,
    )
    .join('');
}

/** A new drawing with a hidden note for each cell. */
export function newDrawing(addresses: readonly string[]): string {
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapesXml(addresses, 1025)}</xml>`
  );
}

/** Adds notes to the drawing that is there. */
export function addShapes(xml: string, addresses: readonly string[]): string {
  const used = [...xml.matchAll(/id=["']_x0000_s(\d+)["']/g)].map(([, id]) => Number(id));
  return xml.replace(/<\/xml>\s*$/, `${shapesXml(addresses, Math.max(1024, ...used) + 1)}</xml>`);
}

function shapesXml(addresses: readonly string[], firstId: number): string {
  return addresses
    .map((address, index) => {
      const { row, column } = parseAddress(address) ?? { row: 0, column: 0 };
      const anchor = [column + 1, 12, Math.max(row - 1, 0), 6, column + 4, 12, Math.max(row - 1, 0) + 4, 6].join(', ');
      return (
        `<v:shape id="_x0000_s${firstId + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;height:60pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
        `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
      );
    })
    .join('');
}
