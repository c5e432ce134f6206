/** A national code list as a value, looked up both ways. */
export interface CodeTable {
  /** Standard the codes come from. */
  readonly source: string;
  /** Code → name, in the order of the standard. */
  readonly names: Readonly<Record<string, string>>;
  /** Other words for a code, as rosters write them. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Word that may mean several codes: never guessed. */
  readonly ambiguous?: Readonly<Record<string, readonly string[]>>;
}

export type CodeLookup =
  | { readonly kind: 'found'; readonly code: string }
  | { readonly kind: 'ambiguous'; readonly codes: readonly string[] }
  | { readonly kind: 'unknown' };

/** Text as it is compared: full-width forms made half-width, all spaces and invisible characters dropped. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '');
}

/** Name of a code; a sub-code the table lacks takes the name of its longest known beginning; `null` if none. */
export function nameOf(table: CodeTable, code: string | null): string | null {
  for (let length = code?.length ?? 0; length > 0; length -= 1) {
    const prefix = (code ?? '').slice(0, length);
    if (Object.hasOwn(table.names, prefix)) return table.names[prefix] ?? null;
  }
  return null;
}

/** Code of a word: the code itself, its name, or an alias. */
export function lookUpCode(table: CodeTable, text: string): CodeLookup {
  const word = foldText(text);
  const candidates = table.ambiguous && Object.hasOwn(table.ambiguous, word) ? table.ambiguous[word] : undefined;
  if (candidates) return { kind: 'ambiguous', codes: candidates };
  if (Object.hasOwn(table.names, word)) return { kind: 'found', code: word };
  const named = Object.entries(table.names).find(([, name]) => foldText(name) === word);
  const code = named?.[0] ?? (Object.hasOwn(table.aliases, word) ? table.aliases[word] : undefined);
  return code === undefined ? { kind: 'unknown' } : { kind: 'found', code };
}

/** Code of a word, or `null` when it is unknown or ambiguous. */
export function codeOf(table: CodeTable, text: string): string | null {
  const found = lookUpCode(table, text);
  return found.kind === 'found' ? found.code : null;
}
