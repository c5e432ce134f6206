import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { useClient } from './client-context.tsx';
import { failureOf } from './failure-of.ts';

type Paged = { rows: readonly unknown[]; total: number };
/** Operations that answer with a page of rows and how many there are. */
export type PagedName = {
  [Name in OperationName]: Output<Name> extends Paged
    ? Wire<Name> extends { offset?: number | undefined; limit?: number | undefined }
      ? Name
      : never
    : never;
}[OperationName];
type RowOf<Name extends PagedName> = Output<Name> extends { rows: readonly (infer Row)[] } ? Row : never;

export interface Pages<Name extends PagedName> {
  readonly count: number;
  at(index: number): RowOf<Name> | undefined;
  want(from: number, to: number): void;
  /** The first page as answered, with whatever else it says (counts). */
  first: Output<Name> | undefined;
  failure: Failure | undefined;
  refresh(): void;
}

export const pageSize = 200;

/** Reads a long list page by page, as it comes in sight; read anew when the named records change. */
export function usePages<Name extends PagedName>(
  name: Name,
  input: Omit<Wire<Name>, 'offset' | 'limit'>,
  records: readonly string[],
): Pages<Name> {
  const client = useClient();
  const [version, setVersion] = useState(0);
  const pages = useRef(new Map<number, readonly unknown[]>());
  const underWay = useRef(new Set<number>());
  const generation = useRef(0);
  const [first, setFirst] = useState<Output<Name>>();
  const [failure, setFailure] = useState<Failure>();
  const key = JSON.stringify(input);

  const fetchPage = useCallback(
    (page: number) => {
      if (underWay.current.has(page)) return;
      underWay.current.add(page);
      const turn = generation.current;
      const wire = { ...JSON.parse(key), offset: page * pageSize, limit: pageSize } as Wire<Name>;
      client.call(name, wire).then(
        (answer) => {
          if (turn !== generation.current) return;
          underWay.current.delete(page);
          pages.current.set(page, (answer as Paged).rows);
          if (page === 0) setFirst(answer);
          setFailure(undefined);
          setVersion((last) => last + 1);
        },
        (error) => {
          if (turn !== generation.current) return;
          // Stays under way: telling the failure draws the list, which would ask for the page again without end.
          setFailure(failureOf(error));
        },
      );
    },
    [client, name, key],
  );

  const refresh = useCallback(() => {
    generation.current++;
    underWay.current.clear();
    const held = [...pages.current.keys()];
    // Rows in sight stay until the new ones are here.
    for (const page of held.length === 0 ? [0] : held) fetchPage(page);
  }, [fetchPage]);

  useEffect(() => {
    generation.current++;
    underWay.current.clear();
    pages.current.clear();
    fetchPage(0);
  }, [fetchPage]);

  const wanted = records.join();
  useEffect(
    () =>
      client.onEvent((event) => {
        const concerns =
          event.type === 'archive-opened' ||
          (event.type === 'changed' && event.records.some((record) => wanted.split(',').includes(record)));
        if (concerns) refresh();
      }),
    [client, refresh, wanted],
  );

  const count = (first as Paged | undefined)?.total ?? 0;
  // A new page is a new source.
  return useMemo(
    () => ({
      count,
      at: (index) => pages.current.get(Math.floor(index / pageSize))?.[index % pageSize] as RowOf<Name> | undefined,
      want: (from, to) => {
        for (let page = Math.floor(from / pageSize); page * pageSize < to; page++)
          if (!pages.current.has(page)) fetchPage(page);
      },
      first,
      failure,
      refresh,
    }),
    [version, count, first, failure, refresh, fetchPage],
  );
}
