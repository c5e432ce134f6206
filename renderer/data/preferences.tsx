import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Preferences } from '../../contract/shell.ts';
import { useShell } from './client-context.tsx';

interface PreferencesValue {
  preferences: Preferences;
  change(next: Partial<Preferences>): Promise<void>;
}

/** Until the shell has answered. */
const start: Preferences = { idleLockMinutes: 15, look: 'standard', updateFeed: '' };

const PreferencesContext = createContext<PreferencesValue>({ preferences: start, change: async () => {} });

/** Type size, contrast and idle lock: of this machine, not of the archive. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const shell = useShell();
  const [preferences, setPreferences] = useState(start);
  useEffect(() => {
    void shell.preferences().then(setPreferences);
  }, [shell]);
  const change = useCallback(
    async (next: Partial<Preferences>) => setPreferences(await shell.setPreferences({ ...preferences, ...next })),
    [shell, preferences],
  );
  const value = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): PreferencesValue {
  return useContext(PreferencesContext);
}
