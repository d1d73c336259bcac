import {
  identityOf,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { asDeployed } from './asDeployed';
import { ClusterClient } from './ClusterClient';
import { appliedByHelm } from './helmRelease';
import { LiveObjects } from './liveObjects';

/** What a release is in a cluster. */
export interface DeployedObjects {
  /** As a chart would render them. */
  objects: RenderedObject[];
  /** Whether Helm's own record could be read: without it, an object that the chart no longer renders is not found. */
  recorded: boolean;
}

/** The live objects of a release, beside what its chart renders now. */
export async function deployedObjects(options: {
  client: ClusterClient;
  release: string;
  namespace: string;
  /** What the chart renders now. */
  wanted: readonly RenderedObject[];
}): Promise<DeployedObjects> {
  const { client, release, namespace } = options;
  const key = (object: RenderedObject) =>
    identityOf({
      ...object,
      metadata: { namespace, ...object.metadata },
    });
  const record = await appliedByHelm(client, release, namespace);
  const applied = new Map(record?.map(object => [key(object), object]));
  const wanted = new Map(options.wanted.map(object => [key(object), object]));
  const live = new LiveObjects(client);
  const all = [...new Map([...wanted, ...applied])];
  const found = await Promise.all(
    all.map(async ([name]) => {
      const before = applied.get(name);
      const now = (wanted.get(name) ?? before)!;
      const object = await live.find(now, namespace);
      return object && asDeployed(now, before, object);
    }),
  );
  return {
    objects: found.filter(object => object !== undefined),
    recorded: record !== undefined,
  };
}
