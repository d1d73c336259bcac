import path from 'node:path';
import { JsonObject } from '@backstage/types';
import {
  lint,
  mergeValues,
  PipelineSpec,
  PipelineValues,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  Helm,
  loadCharts,
  renderObjects,
} from '@headworks/backstage-plugin-data-pipelines-node';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { arbitrarySpec } from '../../plugins/data-pipelines-node/src/generator/__testUtils__/arbitrarySpec';
import { FreeText } from '../../plugins/data-pipelines-node/src/generator/__testUtils__/arbitraryJob';
import { KubernetesObject } from '../cluster/client';
import { Discovery } from '../cluster/discovery';
import { NAMESPACE, startWorld, World } from './world';

/** Enough to meet each mode several times, and done within a minute. */
const RUNS = { seed: 5, numRuns: 60, endOnFailure: true };

describe('any specification on a real API server', () => {
  let world: World;
  let discovery: Discovery;
  let helm: Helm;

  beforeAll(async () => {
    world = await startWorld({ speed: 50, gitops: true });
    discovery = new Discovery(world.cluster.client);
    helm = new Helm({ binary: world.binaries.helm4 });
    for (const name of ['gitops', 'on', 'argocd', 'flux-system']) {
      await world.cluster.client.apply(`/api/v1/namespaces/${name}`, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
  });

  afterAll(() => world?.stop());

  it('renders, lints clean of errors, is accepted and keeps its text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySpec(), async spec => {
        const dir = await world.generate(spec);
        for (const environment of Object.keys(spec.environments)) {
          const objects = await renderObjects({
            helm,
            dir,
            release: spec.pipeline.name,
            namespace: NAMESPACE,
            values: [`values-${environment}.yaml`],
          });
          const values = valuesOf(spec, environment);
          const errors = lint({ objects, values, profile: 'dev' }).filter(
            ({ severity }) => severity === 'error',
          );
          expect(errors).toEqual([]);
          const accepted = await Promise.all(objects.map(dryRun));
          const there = textsOf(accepted);
          const lost = freeText(values).filter(
            text => !there.has(text) && !there.has(literal(text)),
          );
          expect(lost).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it.each(['argocd', 'flux'] as const)(
    'has objects of %s that are accepted as they are',
    async tool => {
      const specs = fc
        .sample(arbitrarySpec(), { seed: 5, numRuns: 60 })
        .filter(({ gitops }) => gitops?.tool === tool);
      expect(specs.length).toBeGreaterThan(5);
      const charts = await loadCharts(path.resolve(__dirname, '../../charts'));
      for (const spec of specs) {
        const files = generatePipeline({ spec, charts }).filter(file =>
          file.path.startsWith('gitops/'),
        );
        for (const { content } of files) {
          const object = parse(content) as KubernetesObject;
          const { spec: sent } = object as KubernetesObject & { spec: object };
          expect(await dryRun(object)).toMatchObject({ spec: sent });
        }
      }
    },
  );

  async function dryRun(object: KubernetesObject) {
    const at = await discovery.collection(object, NAMESPACE);
    return world.cluster.client.create(
      `${at}?dryRun=All&fieldValidation=Strict`,
      object,
    );
  }
});

function valuesOf(spec: PipelineSpec, environment: string): PipelineValues {
  const merged = mergeValues(
    spec.values,
    spec.environments[environment].values ?? {},
  );
  return {
    ...merged,
    global: { ...(merged.global as JsonObject), environment },
  };
}

/** What people wrote into the jobs. */
function freeText(values: PipelineValues): string[] {
  const flink = Object.values(values.flink?.jobs ?? {}) as FreeText[];
  const spark = Object.values(values.spark?.jobs ?? {}) as FreeText[];
  return [
    ...flink.map(({ description = '' }) => description),
    ...[...flink, ...spark].flatMap(({ args = [], env = {} }) => [
      ...args,
      ...Object.values(env),
    ]),
  ].filter(text => text !== '');
}

/** How an argument of a container says it: Kubernetes reads $$ as $. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** Every text in objects, wherever it stands; a ConfigMap may hold another object. */
function textsOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    found.add(value);
    const inside = parsed(value);
    if (inside) textsOf(inside, found);
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(inner => textsOf(inner, found));
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return text.startsWith('{') ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
