import { fetchApiRef } from '@backstage/core-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  Stepper,
  StepperProps,
} from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { JsonObject, JsonValue } from '@backstage/types';

/** What a path below the backend answers; a function sees the request's body. */
export type Answers = Record<string, object | ((body: string) => object)>;

/**
 * Backstage's own wizard with one field a page. The backend is simulated: its
 * answers are those given; another path is not found.
 */
export async function renderWizard(options: {
  fields: Array<Omit<StepperProps['extensions'][number], 'schema'>>;
  /** A page each. */
  pages: Array<{ title: string; properties: JsonObject; required?: string[] }>;
  formData?: Record<string, JsonValue>;
  answers?: Answers;
  entities?: Entity[];
}) {
  const { fields, pages, formData, answers = {}, entities = [] } = options;
  const onCreate = jest.fn<Promise<void>, [Record<string, JsonValue>]>(
    async () => {},
  );
  const asked: string[] = [];
  const fetchApi = {
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const path = String(input).replace('plugin://data-pipelines', '');
      asked.push(path);
      if (init?.signal?.aborted) throw new Error('aborted');
      const answer = answers[path];
      if (!answer) return new Response('{}', { status: 404 });
      const body =
        typeof answer === 'function' ? answer(String(init?.body)) : answer;
      return new Response(JSON.stringify(body), {
        headers: { 'Content-Type': 'application/json' },
      });
    },
  };
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [fetchApiRef, fetchApi],
        [catalogApiRef, catalogApiMock({ entities })],
      ]}
    >
      <Stepper
        manifest={{
          title: 'A template',
          steps: pages.map(({ title, ...schema }) => ({
            title,
            schema: { type: 'object', ...schema },
          })),
        }}
        extensions={fields}
        initialState={formData}
        onCreate={onCreate}
      />
    </TestApiProvider>,
  );
  return { onCreate, asked };
}
