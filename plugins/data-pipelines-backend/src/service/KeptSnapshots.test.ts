import { mockServices } from '@backstage/backend-test-utils';
import { HistoryEntry } from '@headworks/backstage-plugin-data-pipelines-common';
import { KeptSnapshots } from './KeptSnapshots';

const REF = 'component:default/web-count';

const entry: HistoryEntry = {
  id: 'e1',
  at: '2026-11-28T12:00:00Z',
  pipelineRef: 'component:default/web',
  environment: 'dev',
  cluster: 'east',
  object: 'FlinkDeployment/web/count',
  kind: 'snapshot',
  name: 'savepoint-1',
  origin: 'user',
  state: 'completed',
};

describe('KeptSnapshots', () => {
  it('asks the history once for all who look', async () => {
    const page = jest.fn(async () => ({ items: [entry] }));
    const logger = mockServices.logger.mock();
    const kept = new KeptSnapshots({ store: { page }, logger });
    await Promise.all([kept.of(REF), kept.of(REF)]);
    expect(await kept.of(REF)).toEqual([entry]);
    expect(page.mock.calls).toEqual([
      [{ of: { entityRef: REF }, kinds: ['snapshot'], limit: 500 }],
    ]);
  });

  it('asks again when the cluster has lost one', async () => {
    const page = jest.fn(async () => ({ items: [entry] }));
    const logger = mockServices.logger.mock();
    const kept = new KeptSnapshots({ store: { page }, logger });
    await kept.of(REF);
    kept.changed([{ resource: 'flinkdeployments.flink.apache.org' }]);
    await kept.of(REF);
    expect(page).toHaveBeenCalledTimes(1);
    kept.changed([{ resource: 'flinkstatesnapshots.flink.apache.org' }]);
    await kept.of(REF);
    expect(page).toHaveBeenCalledTimes(2);
  });

  it('has none while the database does not answer, says so, and asks again', async () => {
    const page = jest
      .fn()
      .mockRejectedValueOnce(new Error('connection refused'))
      .mockResolvedValue({ items: [entry] });
    const logger = mockServices.logger.mock();
    const kept = new KeptSnapshots({ store: { page }, logger });
    expect(await kept.of(REF)).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`The history of snapshots of ${REF}`),
      expect.any(Error),
    );
    expect(await kept.of(REF)).toEqual([entry]);
  });
});
