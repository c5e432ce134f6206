import { crc32, deflateSync } from 'node:zlib';

/** Small pictures and a PDF made by code, for the practice archive and the tests: nobody's photo, nobody's paper. */

/** Red, green and blue of a point. */
type Colour = readonly [number, number, number];

/**
 * A picture as PNG.
 *
 * @param colourAt the colour of each point, x to the right and y downwards
 * @param takenOn day that a camera would have written into it; null for none
 */
export function drawPicture(
  size: { width: number; height: number },
  colourAt: (x: number, y: number) => Colour,
  takenOn: string | null,
): Buffer {
  const { width, height } = size;
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colourAt(x, y), y * (1 + width * 3) + 1 + x * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(takenOn === null ? [] : [chunk('eXIf', exifDate(takenOn))]),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The one tag DateTimeOriginal (0x9003) of the Exif standard, big-endian. */
function exifDate(day: string): Buffer {
  const text = Buffer.from(`${day.replaceAll('-', ':')} 09:30:00\0`, 'latin1');
  const start = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  const pointer = Buffer.from([0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]);
  const tag = Buffer.from([0, 1, 0x90, 0x03, 0, 2, 0, 0, 0, text.length, 0, 0, 0, 44, 0, 0, 0, 0]);
  return Buffer.concat([start, pointer, tag, text]);
}

/** A PDF of empty pages with a ruled table on each. */
export function drawPdf(pages: number): Buffer {
  const lines = Array.from({ length: 12 }, (_, row) => `60 ${760 - row * 40} m 535 ${760 - row * 40} l`);
  const drawing = `0.5 w ${lines.join(' ')} 60 760 m 60 320 l 300 760 m 300 320 l 535 760 m 535 320 l S`;
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ...kids.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << >> >>'),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
