import { createContext, type ReactNode, useContext, useState } from 'react';

/** A list on the screen as it would be printed. */
export interface Printable {
  title: string;
  /** How the list is narrowed; empty for the whole of it. */
  note: string;
  columns: readonly string[];
  count: number;
  /** `undefined` while the row is not here. */
  rowAt(index: number): readonly string[] | undefined;
  want?(from: number, to: number): void;
}

/** All of a list, read. */
export interface WholeList {
  title: string;
  note: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Reads a list at the moment it is to be printed. */
export type ReadPrintable = () => Printable;

/** The lists of the screen that is open: what “print this page” prints. */
export interface Printables {
  /** Returns what takes it away. */
  add(read: ReadPrintable): () => void;
  /** Of several lists the one that last had the keyboard is meant. */
  prefer(read: ReadPrintable): void;
  /** Rows have come or gone. */
  changed(): void;
  current(): ReadPrintable | undefined;
  subscribe(listener: () => void): () => void;
  version(): number;
}

function createPrintables(): Printables {
  let lists: readonly ReadPrintable[] = [];
  let preferred: ReadPrintable | undefined;
  let version = 0;
  const listeners = new Set<() => void>();
  const changed = () => {
    version++;
    for (const listener of listeners) listener();
  };
  return {
    add(read) {
      lists = [...lists, read];
      changed();
      return () => {
        lists = lists.filter((each) => each !== read);
        changed();
      };
    },
    prefer(read) {
      preferred = read;
    },
    changed,
    current: () => (preferred !== undefined && lists.includes(preferred) ? preferred : lists[0]),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

const PrintablesContext = createContext<Printables | null>(null);

/** Around the screens and the button that prints their lists. */
export function PrintablesProvider({ children }: { children: ReactNode }) {
  const [printables] = useState(createPrintables);
  return <PrintablesContext value={printables}>{children}</PrintablesContext>;
}

/** `null` where nothing is printed, such as before an archive is open. */
export function usePrintables(): Printables | null {
  return useContext(PrintablesContext);
}
