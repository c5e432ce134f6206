import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, heldDraft, holdDraft } from './draft-store.ts';
import type { ChangeForm, MeetingForm } from './form.ts';

const holdEvery = 2_000;

export interface EditedMeeting {
  form: MeetingForm;
  change: ChangeForm;
  /** Changed since it was opened or saved. */
  isChanged: boolean;
  /** When the draft was last put aside, milliseconds since the epoch. */
  heldAt: number | undefined;
  /** The form began from a draft put aside at that time. */
  resumedFrom: number | undefined;
  /** Takes another content as the unchanged one: after a save, or when the draft is given up. */
  start(form: MeetingForm): void;
}

/** The form of one meeting; changes are put aside in memory every two seconds. */
export function useMeetingForm(key: string, initial: () => MeetingForm): EditedMeeting {
  const [held] = useState(() => heldDraft(key));
  const [form, setForm] = useState<MeetingForm>(() => held?.form ?? initial());
  const [isChanged, setIsChanged] = useState(held !== undefined);
  const [heldAt, setHeldAt] = useState(held?.heldAt);
  const [resumedFrom, setResumedFrom] = useState(held?.heldAt);
  const latest = useRef({ form, isChanged, isHeld: true });
  latest.current.form = form;
  latest.current.isChanged = isChanged;

  const hold = useCallback(() => {
    const { current } = latest;
    if (!current.isChanged || current.isHeld) return;
    current.isHeld = true;
    setHeldAt(holdDraft(key, current.form));
  }, [key]);

  useEffect(() => {
    const timer = setInterval(hold, holdEvery);
    return () => {
      clearInterval(timer);
      hold();
    };
  }, [hold]);

  const change = useCallback<ChangeForm>((patch) => {
    latest.current.isHeld = false;
    setIsChanged(true);
    setForm((last) => ({ ...last, ...(typeof patch === 'function' ? patch(last) : patch) }));
  }, []);

  const start = useCallback(
    (next: MeetingForm) => {
      dropDraft(key);
      latest.current.isHeld = true;
      latest.current.isChanged = false;
      setForm(next);
      setIsChanged(false);
      setHeldAt(undefined);
      setResumedFrom(undefined);
    },
    [key],
  );

  return { form, change, isChanged, heldAt, resumedFrom, start };
}
