import { useState } from 'react';
import type { DevelopmentCaseView } from '../../contract/development.ts';
import type { Failure } from '../../contract/failure.ts';
import { useSave } from '../data/use-save.ts';

/** Lists of the file that stand beside the steps. */
type Part = 'reviews' | 'trainings' | 'publicities' | 'activities' | 'moves';

export interface PartEditing {
  /** Enters the entry, or puts it in the place of the one with its id. */
  store(list: Part, entry: { id: string }, more?: object): Promise<boolean>;
  /** Takes the entry out; the history keeps it with the reason. */
  remove(list: Part, id: string): Promise<boolean>;
  /** `undefined` until she wants to take the entry out. */
  removeReason: string | undefined;
  setRemoveReason(reason: string): void;
  isSaving: boolean;
  failure: Failure | undefined;
  /** Path of a field of the entry in the draft, for showing what is wrong below it. */
  pathOf(list: Part, id: string, field: string): string;
}

/** Saving one entry of a person's file. */
export function usePart(record: DevelopmentCaseView): PartEditing {
  const { save, isSaving, failure } = useSave('developmentCase.save');
  const [removeReason, setRemoveReason] = useState<string>();

  async function put(list: Part, entries: readonly object[], reason: string, more: object = {}): Promise<boolean> {
    const draft = { id: record.id, revision: record.revision, ...more, [list]: entries };
    return (await save({ draft, reason })) !== undefined;
  }

  return {
    store: (list, entry, more) => {
      const entries: readonly { id: string }[] = record[list];
      const isKnown = entries.some(({ id }) => id === entry.id);
      return put(
        list,
        isKnown ? entries.map((each) => (each.id === entry.id ? entry : each)) : [...entries, entry],
        '',
        more,
      );
    },
    remove: (list, id) =>
      put(
        list,
        (record[list] as { id: string }[]).filter((each) => each.id !== id),
        removeReason ?? '',
      ),
    removeReason,
    setRemoveReason,
    isSaving,
    failure,
    pathOf: (list, id, field) => {
      const entries: readonly { id: string }[] = record[list];
      const index = entries.findIndex((each) => each.id === id);
      return `${list}.${index < 0 ? entries.length : index}.${field}`;
    },
  };
}
