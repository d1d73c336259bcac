import { answered } from './answered';

const JSON_TYPE = { 'Content-Type': 'application/json' };

const refused = (status: number, error: object) =>
  new Response(JSON.stringify({ error, response: { statusCode: status } }), {
    status,
    headers: JSON_TYPE,
  });

const reading = async (answer: Response) => answered(Promise.resolve(answer));

describe('answered', () => {
  it('is what the backend says', async () => {
    const answer = new Response('{"items":[]}', { headers: JSON_TYPE });
    expect(await (await reading(answer)).json()).toEqual({ items: [] });
  });

  it.each([
    ['nobody answers', new Response(null, { status: 404 })],
    ['the app answers', new Response('<html></html>', { status: 200 })],
  ])('says that the backend lacks the plugin where %s', async (_, answer) => {
    await expect(reading(answer)).rejects.toThrow(
      'Add @headworks/backstage-plugin-data-pipelines-backend to packages/backend',
    );
  });

  it("refuses in the backend's own words", async () => {
    const error = { name: 'NotAllowedError', message: 'You may not stop jobs' };
    await expect(reading(refused(403, error))).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      message: 'You may not stop jobs',
      cause: error,
    });
  });

  it('says the status where what stands before the backend refuses', async () => {
    const answer = new Response('<html>Bad gateway</html>', { status: 502 });
    await expect(reading(answer)).rejects.toThrow(/^Request failed with 502/);
  });

  it('says that nobody answers', async () => {
    await expect(
      answered(Promise.reject(new TypeError('Failed to fetch'))),
    ).rejects.toThrow("The portal's backend does not answer (Failed to fetch)");
  });

  it('leaves alone who has given up himself', async () => {
    const abort = new DOMException('Aborted', 'AbortError');
    await expect(answered(Promise.reject(abort))).rejects.toBe(abort);
  });
});
