import { useApi } from '@backstage/core-plugin-api';
import {
  PipelineList,
  PipelineQuery,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useCallback, useRef, useState } from 'react';
import { PipelinesApi, pipelinesApiRef } from '../api/PipelinesApi';
import { queryString } from '../api/queryString';
import { keepSame } from './keepSame';
import { Live } from './useLive';
import { useRefresh } from './useRefresh';

/** Rows that are asked for at a time, and the most that the API gives at once. */
const PAGE = 100;
const MOST = 500;
/** A pipeline that is not on screen may change the counts: that can wait (ms). */
const UNSEEN = 3_000;

/** A list that grows when its end comes near. */
export interface Pipelines extends Live<PipelineList> {
  /** `data` still answers the question before this one. */
  pending: boolean;
  loadMore(): void;
}

/**
 * The pipelines that the viewer may see and the query asks for, as many pages
 * as were asked for. Keeps what it has until the answer to another query is there.
 */
export function usePipelines(
  query: Omit<PipelineQuery, 'limit' | 'cursor'> | undefined,
): Pipelines {
  const api = useApi(pipelinesApiRef);
  const key = query && queryString(query);
  const [answer, setAnswer] = useState<Answer>({ key: undefined });
  const latest = useRef(answer);
  latest.current = answer;
  const asked = useRef({ key, query });
  asked.current = { key, query };
  const growing = useRef<string>();

  const refresh = useCallback(async () => {
    const { query: wantedQuery } = asked.current;
    if (!wantedQuery || asked.current.key !== key) return;
    const { data: shown, key: shownKey } = latest.current;
    const wanted = shownKey === key ? shown?.items.length : 0;
    const result = await listUpTo(api, wantedQuery, wanted ?? 0).then(
      data => ({ data, updatedAt: Date.now(), error: undefined }),
      (error: Error) => ({ error }),
    );
    // The answer to a question that nobody has any more came late.
    if (asked.current.key !== key) return;
    setAnswer(({ data, updatedAt }) =>
      'data' in result
        ? { ...result, key, data: keepSame(data, result.data) }
        : { ...result, key, data, updatedAt },
    );
  }, [api, key]);

  const reload = useRefresh(refresh, refs =>
    latest.current.data?.items.some(({ entityRef }) => refs.includes(entityRef))
      ? 0
      : UNSEEN,
  );

  const loadMore = useCallback(async () => {
    const cursor = latest.current.data?.nextCursor;
    if (!cursor || growing.current === cursor || latest.current.key !== key) {
      return;
    }
    growing.current = cursor;
    await api
      .listPipelines({ ...asked.current.query, limit: PAGE, cursor })
      .then(page =>
        setAnswer(before =>
          before.data?.nextCursor === cursor
            ? { ...before, data: joined(before.data, page) }
            : before,
        ),
      )
      .catch((error: Error) => setAnswer(before => ({ ...before, error })))
      .finally(() => {
        if (growing.current === cursor) growing.current = undefined;
      });
  }, [api, key]);

  const { data, error, updatedAt } = answer;
  const pending = answer.key !== key;
  return {
    data,
    error: pending ? undefined : error,
    updatedAt,
    loading: !data && !error,
    pending,
    reload,
    loadMore,
  };
}

interface Answer {
  /** Of the query that it answers; undefined before there is one. */
  key: string | undefined;
  data?: PipelineList;
  error?: Error;
  updatedAt?: number;
}

async function listUpTo(
  api: PipelinesApi,
  query: PipelineQuery,
  wanted: number,
): Promise<PipelineList> {
  const limit = Math.min(MOST, Math.max(PAGE, wanted));
  let list = await api.listPipelines({ ...query, limit });
  while (list.nextCursor && list.items.length < wanted) {
    const { nextCursor: cursor } = list;
    list = joined(list, await api.listPipelines({ ...query, limit, cursor }));
  }
  return list;
}

/** A pipeline that changed its place between two pages is not there twice. */
function joined(before: PipelineList, page: PipelineList): PipelineList {
  const known = new Set(before.items.map(({ entityRef }) => entityRef));
  return {
    ...page,
    items: [
      ...before.items,
      ...page.items.filter(({ entityRef }) => !known.has(entityRef)),
    ],
  };
}
