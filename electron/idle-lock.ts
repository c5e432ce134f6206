/** What the idle lock needs to know and do; the clock is passed in so that a test can be patient for it. */
export interface IdleLockOptions {
  /** Minutes until the lock; 0 = never. Asked at each look, so that a change works at once. */
  minutes: () => number;
  /** Seconds since anybody used the keyboard or mouse of this machine, by the system's account. */
  systemIdleSeconds: () => number;
  /** Milliseconds. */
  now: () => number;
  warn: (seconds: number) => void;
  lock: () => void;
}

export interface IdleLock {
  /** To be called every few seconds. */
  look(): void;
  /** The page saw somebody at work. */
  activity(): void;
}

/** The warning comes so long before. */
const warning = 60;

/**
 * Locks when nobody is at work. The system's idle time is not known everywhere (a Wayland or remote session may
 * always say 0 or never), so the time counts from the later of what the system and what the page saw; where the
 * system always says 0 the page alone decides.
 */
export function createIdleLock({ minutes, systemIdleSeconds, now, warn, lock }: IdleLockOptions): IdleLock {
  let lastSeen = now();
  let hasSystemCounted = false;
  let isLocked = false;
  return {
    activity: () => {
      lastSeen = now();
      isLocked = false;
    },
    look: () => {
      const limit = minutes() * 60;
      const systemIdle = systemIdleSeconds();
      if (systemIdle > 0) hasSystemCounted = true;
      if (hasSystemCounted) lastSeen = Math.max(lastSeen, now() - systemIdle * 1000);
      const idle = (now() - lastSeen) / 1000;
      if (idle < limit - warning) isLocked = false;
      if (limit === 0 || isLocked) return;
      if (idle >= limit) {
        isLocked = true;
        lock();
      } else if (idle >= limit - warning) warn(Math.ceil(limit - idle));
    },
  };
}
