import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import type { Face } from '../../contract/drawing.ts';

/** Where each face lives: npm package and folder in development, one flat folder in the package. */
const files: Record<Face, { package: string; folder: string; file: string }> = {
  serif: {
    package: '@expo-google-fonts/noto-serif-sc',
    folder: '400Regular',
    file: 'NotoSerifSC_400Regular.ttf',
  },
  'serif-black': {
    package: '@expo-google-fonts/noto-serif-sc',
    folder: '900Black',
    file: 'NotoSerifSC_900Black.ttf',
  },
  sans: { package: '@expo-google-fonts/noto-sans-sc', folder: '500Medium', file: 'NotoSansSC_500Medium.ttf' },
};

/** Where a character is looked for when its own face lacks it. */
const fallbacks: Record<Face, readonly Face[]> = {
  serif: ['serif', 'sans'],
  'serif-black': ['serif-black', 'serif', 'sans'],
  sans: ['sans', 'serif'],
};

const loaded = new Map<Face, LoadedFace>();

/** A face with what layout needs of it; widths in thousandths of the size. */
export interface LoadedFace {
  face: Face;
  data: Uint8Array;
  /** Advance width, or `null` when the face has no glyph. */
  advance: (codePoint: number) => number | null;
  ascent: number;
  descent: number;
}

/**
 * Where a typeface lies: a folder `fonts` beside the bundle (real files, outside any archive), or its package.
 */
function fontPath(face: Face): string {
  const { package: name, folder, file } = files[face];
  const beside = join(dirname(fileURLToPath(import.meta.url)), 'fonts', file);
  if (existsSync(beside)) return beside;
  const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  return join(root, folder, file);
}

/** Loads a face once per process. A missing file is a fault of the installation and throws. */
export function loadFace(face: Face): LoadedFace {
  const known = loaded.get(face);
  if (known) return known;
  const path = fontPath(face);
  if (!existsSync(path)) throw new Error(`typeface missing: ${files[face].file}`);
  const data = readFileSync(path);
  const opened = create(data);
  if ('fonts' in opened) throw new Error(`not a single typeface: ${files[face].file}`);
  const made = describeFace(face, data, opened);
  loaded.set(face, made);
  return made;
}

function describeFace(face: Face, data: Uint8Array, font: Font): LoadedFace {
  const scale = 1000 / font.unitsPerEm;
  const advances = new Map<number, number | null>();
  return {
    face,
    data,
    ascent: font.ascent * scale,
    descent: -font.descent * scale,
    advance(codePoint) {
      const known = advances.get(codePoint);
      if (known !== undefined) return known;
      const width = font.hasGlyphForCodePoint(codePoint)
        ? font.glyphForCodePoint(codePoint).advanceWidth * scale
        : null;
      advances.set(codePoint, width);
      return width;
    },
  };
}

/** The face that draws a character, and its advance; `null` when no face has it. */
export function faceFor(face: Face, codePoint: number): { face: Face; advance: number } | null {
  for (const candidate of fallbacks[face]) {
    const advance = loadFace(candidate).advance(codePoint);
    if (advance !== null) return { face: candidate, advance };
  }
  return null;
}
