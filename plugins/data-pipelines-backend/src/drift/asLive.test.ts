import { asLive } from './asLive';

const object = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name: 'a' },
  spec,
});

describe('asLive', () => {
  it('takes the live values of what Git sets, and nothing else', () => {
    const live = {
      ...object({
        replicas: 3,
        defaulted: true,
        list: [{ a: 2, b: 3 }],
        longer: [1, 2],
      }),
      status: { ready: true },
    };
    expect(
      asLive(
        object({ replicas: 1, list: [{ a: 1 }], longer: [1], gone: 'x' }),
        live,
      ),
    ).toEqual(object({ replicas: 3, list: [{ a: 2 }], longer: [1, 2] }));
  });
});
