/** What the engine may see of the environment: where things are, what time and language; nothing that steers Node. */
const passed = /^(PATH|HOME|USERPROFILE|TEMP|TMP|TMPDIR|LANG|LC_.*|TZ|SystemRoot|windir|APPDATA|LOCALAPPDATA)$/i;

export function engineEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && passed.test(name)) kept[name] = value;
  }
  return kept;
}
