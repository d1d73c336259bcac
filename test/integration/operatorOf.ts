import { TestBackend } from '@backstage/backend-test-utils';
import { CALLERS } from './callers';

/** Asks a portal's API as somebody who may act. */
export function operatorOf(backend: () => TestBackend) {
  const urlOf = (where: string) =>
    `http://localhost:${backend().server.port()}/api/data-pipelines${where}`;

  return {
    async get<T>(where: string): Promise<T> {
      const response = await fetch(urlOf(where), {
        headers: { Authorization: CALLERS.operator },
      });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as T;
    },

    post(
      where: string,
      body: object,
      caller: string = CALLERS.operator,
    ): Promise<Response> {
      return fetch(urlOf(where), {
        method: 'POST',
        headers: { Authorization: caller, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    },
  };
}

/** Why an API refused. */
export async function sentence(response: Response): Promise<string> {
  return (await response.json()).error.message;
}
