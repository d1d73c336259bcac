import { PipelinesClient } from './PipelinesClient';

const JSON_TYPE = { 'Content-Type': 'application/json' };

function client(answer: Response) {
  return new PipelinesClient({
    discoveryApi: { getBaseUrl: async () => 'http://localhost/api' },
    fetchApi: { fetch: async () => answer },
  });
}

describe('PipelinesClient', () => {
  it.each([
    ['nobody answers', new Response(null, { status: 404 })],
    ['the app answers', new Response('<html></html>', { status: 200 })],
  ])('says that the backend lacks the plugin where %s', async (_, answer) => {
    await expect(client(answer).listPipelines()).rejects.toThrow(
      'Add @headworks/backstage-plugin-data-pipelines-backend to packages/backend',
    );
  });

  it('passes on what the backend does not find', async () => {
    const error = { name: 'NotFoundError', message: 'orders is not there' };
    const answer = new Response(
      JSON.stringify({ error, response: { statusCode: 404 } }),
      {
        status: 404,
        headers: JSON_TYPE,
      },
    );
    await expect(
      client(answer).getPipeline({ namespace: 'default', name: 'orders' }),
    ).rejects.toMatchObject({
      message: 'orders is not there',
      cause: { message: 'orders is not there' },
    });
  });
});
