import path from 'node:path';
import {
  liveDifferences,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  renderObjects,
} from '@headworks/backstage-plugin-data-pipelines-node';
import * as fc from 'fast-check';
import { arbitrarySpec } from '../../plugins/data-pipelines-node/src/generator/__testUtils__/arbitrarySpec';
import { chartCases } from './charts/cases';
import { HelmCommand } from './charts/helmCommand';
import { Discovery } from '../cluster/discovery';
import { NAMESPACE, startWorld, World } from './world';

const CASES = chartCases().filter(({ name }) => !name.startsWith('platform/'));
const RUNS = { seed: 7, numRuns: 6, endOnFailure: true };

/** What was installed is what was rendered, until somebody changes it. */
describe('liveDifferences on a real API server', () => {
  let world: World;
  let discovery: Discovery;
  let helm: HelmCommand;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    discovery = new Discovery(world.cluster.client);
    helm = new HelmCommand(world, 'helm4');
  });

  afterAll(() => world?.stop());

  it.each(CASES)('finds none in $name', async chart => {
    await chart.write(world);
    await whileInstalled(chart.release, chart.valuesFile, async objects => {
      expect(await differences(objects)).toEqual([]);
    });
  });

  it('finds none in any specification', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySpec(), async spec => {
        await world.generate(spec);
        const [environment] = Object.keys(spec.environments);
        const values = `values-${environment}.yaml`;
        await whileInstalled(spec.pipeline.name, values, async objects => {
          expect(await differences(objects)).toEqual([]);
        });
      }),
      RUNS,
    );
  });

  it('finds what somebody changed, and only that', async () => {
    const chart = CASES.find(({ name }) => name === 'flink/operator-dev')!;
    await chart.write(world);
    await whileInstalled(chart.release, chart.valuesFile, async objects => {
      const job = objects.find(({ kind }) => kind === 'FlinkDeployment')!;
      await world.cluster.client.merge(await addressOf(job), {
        spec: { job: { parallelism: 41 } },
        metadata: { annotations: { somebody: 'was here' } },
      });
      expect(await differences(objects)).toEqual([
        {
          object: `FlinkDeployment ${job.metadata.name}`,
          path: 'spec.job.parallelism',
          inGit: expect.any(Number),
          live: 41,
        },
      ]);
    });
  });

  async function whileInstalled(
    release: string,
    valuesFile: string,
    use: (objects: RenderedObject[]) => Promise<void>,
  ) {
    const objects = await renderObjects({
      helm: new Helm({ binary: world.binaries.helm4 }),
      dir: path.join(world.home, release),
      release,
      namespace: NAMESPACE,
      values: [valuesFile],
    });
    expect(objects.length).toBeGreaterThan(0);
    const to = ['--namespace', NAMESPACE];
    await helm.run(release, 'install', release, '.', ...to, '-f', valuesFile);
    try {
      await use(
        objects.filter(
          ({ metadata }) => !metadata.annotations?.['helm.sh/hook'],
        ),
      );
    } finally {
      await helm.run(release, 'uninstall', release, ...to, '--wait');
    }
  }

  async function differences(objects: RenderedObject[]) {
    const found = await Promise.all(
      objects.map(async object => {
        const live = await world.cluster.client.get(await addressOf(object));
        return liveDifferences(object, live).map(difference => ({
          object: `${object.kind} ${object.metadata.name}`,
          ...difference,
        }));
      }),
    );
    return found.flat();
  }

  async function addressOf(object: RenderedObject): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    const at = await discovery.collection(
      {
        apiVersion,
        kind,
        metadata: { name: metadata.name, namespace: metadata.namespace },
      },
      NAMESPACE,
    );
    return `${at}/${metadata.name}`;
  }
});
