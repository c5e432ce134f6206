import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';

/** Reads a small settings file of the shell; anything missing or spoilt counts as the default. */
export function readSmallFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  otherwise: z.output<Schema>,
): z.output<Schema> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : otherwise;
  } catch {
    return otherwise;
  }
}

/** Replaces it whole. */
export function writeSmallFile(file: string, value: unknown): void {
  const partial = `${file}.${process.pid}.part`;
  writeFileSync(partial, JSON.stringify(value, null, 2), { mode: 0o600 });
  renameSync(partial, file);
}
