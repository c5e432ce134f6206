import { z } from 'zod';

/** Typefaces of a printed page: 宋体, 宋体 heavy for titles, 黑体 for heads and labels. */
export const Face = z.enum(['serif', 'serif-black', 'sans']);
export type Face = z.infer<typeof Face>;

/**
 * One mark on a page, in points from the top left corner. `x`, `y` of a text are the start of its
 * baseline; `spacing` is what is added after every character; `width` is what the text then takes.
 */
export const Mark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    size: z.number(),
    spacing: z.number(),
    face: Face,
    text: z.string(),
    /** 0 black to 1 white */
    grey: z.number(),
  }),
  z.strictObject({
    kind: z.literal('line'),
    x1: z.number(),
    y1: z.number(),
    x2: z.number(),
    y2: z.number(),
    thickness: z.number(),
  }),
  z.strictObject({
    kind: z.literal('fill'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    grey: z.number(),
  }),
]);
export type Mark = z.infer<typeof Mark>;
export type TextMark = Extract<Mark, { kind: 'text' }>;

/** A page as it will be printed; the PDF and the preview draw the same marks. */
export const DrawnPage = z.strictObject({ width: z.number(), height: z.number(), marks: z.array(Mark) });
export type DrawnPage = z.infer<typeof DrawnPage>;
