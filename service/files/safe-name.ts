/** A file name that every system takes, with no way out of its folder; 流出/流入 becomes 流出、流入. */
export function safeName(name: string): string {
  return (
    name
      .replaceAll('/', '、')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is replaced
      .replace(/[\\:*?"<>|\u0000-\u001f]/g, ' ')
      .replace(/^[. ]+|[. ]+$/g, '') || '1'
  );
}
