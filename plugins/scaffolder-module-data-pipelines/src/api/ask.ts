import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Asks our backend plugin. */
export async function ask<T>(options: {
  fetchApi: FetchApi;
  path: string;
  /** Sent as JSON with POST. */
  body?: object;
  signal?: AbortSignal;
}): Promise<T> {
  const { fetchApi, path, body, signal } = options;
  const response = await fetchApi.fetch(`plugin://data-pipelines${path}`, {
    signal,
    ...(body && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response.json();
}
