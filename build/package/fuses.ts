import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** The fuses of a released program; electron-builder.yml sets them, this is the other side of the comparison. */
const expected: Partial<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/** Says of every fuse that is not as it must be. A fuse nobody has decided about yet is named too. */
export async function fuseProblems(executable: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(executable);
  const names = Object.entries(wire).filter(([key]) => /^\d+$/.test(key));
  return names.flatMap(([key, state]) => {
    const fuse = Number(key) as FuseV1Options;
    const name = FuseV1Options[fuse] ?? `fuse ${key}`;
    const wanted = expected[fuse];
    if (state === FuseState.REMOVED) return [];
    if (wanted === undefined)
      return fuse === FuseV1Options.WasmTrapHandlers ? [] : [`${name}: nobody has decided how it must be`];
    return (state === FuseState.ENABLE) === wanted ? [] : [`${name} must be ${wanted ? 'on' : 'off'}`];
  });
}
