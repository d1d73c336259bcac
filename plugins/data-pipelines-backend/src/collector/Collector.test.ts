import { mockServices } from '@backstage/backend-test-utils';
import { Collector } from './Collector';

describe('Collector', () => {
  it('says once why it knows no clusters, and asks again', async () => {
    const logger = mockServices.logger.mock();
    let asked = 0;
    let answers = false;
    const collector = new Collector({
      access: {
        listClusters: async () => {
          asked++;
          if (!answers) throw new Error('No Kubernetes plugin');
          return [];
        },
        get: async () => new Response(),
      },
      logger,
    });
    const ended = collector.start();
    await until(() => asked === 2);
    expect(collector.problem).toBe('No Kubernetes plugin');
    expect(logger.warn).toHaveBeenCalledTimes(1);
    answers = true;
    await until(() => collector.problem === undefined);
    collector.stop();
    await ended;
  }, 30_000);
});

async function until(met: () => boolean) {
  while (!met()) await new Promise(resolve => setTimeout(resolve, 20));
}
