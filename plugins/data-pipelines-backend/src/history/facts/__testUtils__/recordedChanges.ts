import fs from 'node:fs';
import path from 'node:path';
import {
  KnownObjects,
  project,
  RawObject,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChangeOf } from '../../../collector/ObjectChange';

/**
 * What real operators and the kubelet wrote (Flink operator 1.15.0, Kubeflow
 * spark-operator 2.5.2, Kubernetes 1.35.4), as the collector tells of it.
 *
 * @param files - recordings of that resource alone, or in which nothing else
 * has such a name
 */
export function recordedChanges<R extends ResourceId>(
  resource: R,
  name: string,
  files = [
    path.join(__dirname, '../__fixtures__', `${resource.split('.')[0]}.ndjson`),
  ],
): Array<ObjectChangeOf<R>> {
  const known = new Map<string, KnownObjects[R]>();
  return files
    .flatMap(file => fs.readFileSync(file, 'utf8').split('\n'))
    .filter(Boolean)
    .map(line => JSON.parse(line) as Partial<Line>)
    .filter((line): line is Line => line.object !== undefined)
    .filter(({ object }) => nameOf(object).startsWith(name))
    .map(({ at, type, object }) => {
      const key = object.metadata.name;
      const before = known.get(key);
      const after = type === 'DELETED' ? undefined : project(resource, object);
      if (after) known.set(key, after);
      else known.delete(key);
      const version = object.metadata.resourceVersion;
      return { cluster: 'lab', resource, before, after, version, at };
    });
}

interface Line {
  at: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: RawObject & { involvedObject?: { name: string } };
}

function nameOf({ involvedObject, metadata }: Line['object']): string {
  return involvedObject?.name ?? metadata.name;
}
