import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Visibility } from './Visibility';

const credentials = mockCredentials.user();

describe('Visibility', () => {
  let now: number;
  let asked: Array<(result: AuthorizeResult) => void>;
  let refuse: (error: Error) => void;
  let visibility: Visibility;

  beforeEach(() => {
    now = 1_000_000;
    asked = [];
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    const permissions = {
      authorizeConditional: () =>
        new Promise((resolve, reject) => {
          asked.push(result => resolve([{ result }]));
          refuse = reject;
        }),
    } as unknown as PermissionsService;
    visibility = new Visibility({
      auth: mockServices.auth(),
      catalog: catalogServiceMock(),
      permissions,
    });
  });

  afterEach(() => jest.restoreAllMocks());

  const seen = async () => (await visibility.pipelines(credentials)).id;
  const begin = async () => {
    const first = seen();
    asked[0](AuthorizeResult.ALLOW);
    expect(await first).toBe('all');
  };
  const settled = () => new Promise(resolve => setImmediate(resolve));

  it('asks once for all who come within some seconds', async () => {
    await begin();
    now += 7_000;
    expect(await seen()).toBe('all');
    expect(asked).toHaveLength(1);
  });

  it('asks again after fifteen seconds, once, and keeps nobody waiting for it', async () => {
    await begin();
    now += 15_001;
    expect(await seen()).toBe('all');
    expect(await seen()).toBe('all');
    expect(asked).toHaveLength(2);
    asked[1](AuthorizeResult.DENY);
    await settled();
    expect(await seen()).toBe('none');
    expect(asked).toHaveLength(2);
  });

  it('believes no answer of more than twenty seconds ago', async () => {
    await begin();
    now += 15_001;
    expect(await seen()).toBe('all');
    now += 5_000;
    const next = seen();
    expect(asked).toHaveLength(3);
    asked[2](AuthorizeResult.DENY);
    expect(await next).toBe('none');
    // What was asked for before comes too late to count.
    asked[1](AuthorizeResult.ALLOW);
    await settled();
    expect(await seen()).toBe('none');
  });

  it('tells a failure to who has no answer that is good', async () => {
    await begin();
    now += 15_001;
    expect(await seen()).toBe('all');
    refuse(new Error('the policy is away'));
    await settled();
    now += 5_000;
    const next = seen();
    refuse(new Error('the policy is away'));
    await expect(next).rejects.toThrow('the policy is away');
    const later = seen();
    expect(asked).toHaveLength(4);
    asked[3](AuthorizeResult.ALLOW);
    expect(await later).toBe('all');
  });
});
