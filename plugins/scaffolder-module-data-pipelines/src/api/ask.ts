import { FetchApi } from '@backstage/core-plugin-api';
import { answered } from '@headworks/backstage-plugin-data-pipelines-common';

/** Asks our backend plugin. */
export async function ask<T>(options: {
  fetchApi: FetchApi;
  path: string;
  /** Sent as JSON with POST. */
  body?: object;
  signal?: AbortSignal;
}): Promise<T> {
  const { fetchApi, path, body, signal } = options;
  const response = await answered(
    fetchApi.fetch(`plugin://data-pipelines${path}`, {
      signal,
      ...(body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }),
  );
  return response.json();
}
