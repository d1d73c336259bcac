import { LABEL_ENVIRONMENT, LABEL_JOB, LABEL_PIPELINE } from '../annotations';
import {
  FoundJob,
  FoundPipeline,
  FoundScope,
  FoundTopic,
} from '../model/found';
import { Environment } from '../model/views';
import { ObjectIndex } from '../objects/ObjectIndex';
import { ObjectMetadata } from '../resources/metadata';
import { foundWorkloads, Workload } from './foundWorkloads';

/** Tells the owner of a pipeline, as an annotation or a label. */
const OWNER = 'headworks.dev/owner';
/** Tells the system of a pipeline, as an annotation or a label. */
const SYSTEM = 'headworks.dev/system';
/** Topics a job reads or writes, separated by commas; on any of its objects. */
const READS = 'headworks.dev/reads';
const WRITES = 'headworks.dev/writes';

/**
 * The pipelines that clusters show, by name. Objects with our labels are of
 * the pipeline they name; others, where asked for, are of the application
 * that Kubernetes' recommended label `app.kubernetes.io/part-of` names, else
 * a pipeline each.
 *
 * @public
 */
export function foundPipelines(
  clusters: ReadonlyArray<{ name: string; objects: ObjectIndex }>,
  scope: FoundScope,
): FoundPipeline[] {
  const byPipeline = new Map<string, Part[]>();
  for (const { name: cluster, objects } of clusters) {
    for (const workload of foundWorkloads(objects)) {
      const part = partOf(cluster, workload, scope);
      if (part) {
        byPipeline.set(part.pipeline, [
          ...(byPipeline.get(part.pipeline) ?? []),
          part,
        ]);
      }
    }
  }
  return [...byPipeline]
    .filter(([, parts]) => parts.some(({ kind }) => kind !== 'topic'))
    .map(([name, parts]) => pipelineOf(name, parts))
    .sort((a, b) => a.name.localeCompare(b.name));
}

interface Part extends Workload {
  cluster: string;
  pipeline: string;
  /** Name of the job, or of the topic in Kafka. */
  part: string;
  /** Named by its label; else by where it runs. */
  environment: string | undefined;
  /** Whether our labels tell whose it is. */
  labelled: boolean;
}

function partOf(
  cluster: string,
  workload: Workload,
  scope: FoundScope,
): Part | undefined {
  const { labels, name } = workload.metadata;
  const pipeline = labels[LABEL_PIPELINE];
  if (pipeline) {
    const part = workload.topic ?? labels[LABEL_JOB];
    return part === undefined
      ? undefined
      : {
          ...workload,
          cluster,
          pipeline,
          part,
          environment: labels[LABEL_ENVIRONMENT],
          labelled: true,
        };
  }
  if (
    scope === 'labelled' ||
    workload.kind === 'topic' ||
    workload.onlyLabelled
  ) {
    return undefined;
  }
  return {
    ...workload,
    cluster,
    pipeline: labels['app.kubernetes.io/part-of'] ?? name,
    part: name,
    environment: undefined,
    labelled: false,
  };
}

const placeOf = ({ cluster, metadata, environment }: Part) =>
  `${environment ?? ''} ${cluster}/${metadata.namespace}`;

function pipelineOf(name: string, parts: readonly Part[]): FoundPipeline {
  const jobs = parts.filter(({ kind }) => kind !== 'topic');
  const places = environmentsOf(name, jobs);
  const named = (part: Part) => ({
    environment: places.get(placeOf(part))?.name ?? '',
    resource: part.resource,
    namespace: part.metadata.namespace,
    name: part.metadata.name,
  });
  const objectsOf = (all: readonly Part[]) =>
    all.filter(({ labelled }) => !labelled).map(named);
  return {
    name,
    owner: told(parts, OWNER),
    system: told(parts, SYSTEM),
    environments: [...places.values()],
    jobs: grouped(jobs).map(
      (all): FoundJob => ({
        name: all[0].part,
        engine: all[0].kind === 'spark' ? 'spark' : 'flink',
        reads: list(told(all, READS)),
        writes: list(told(all, WRITES)),
        objects: objectsOf(all),
      }),
    ),
    topics: grouped(parts.filter(({ kind }) => kind === 'topic')).map(
      (all): FoundTopic => ({ name: all[0].part, objects: objectsOf(all) }),
    ),
  };
}

/** By place; a name is made of the namespace, and of the cluster where that is not enough. */
function environmentsOf(
  pipeline: string,
  jobs: readonly Part[],
): Map<string, Environment> {
  const places = new Map<string, Environment>();
  const taken = new Set<string>();
  const sorted = [...jobs].sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
  for (const job of sorted) {
    const place = placeOf(job);
    if (places.has(place)) continue;
    const { cluster, metadata } = job;
    const { namespace } = metadata;
    const wishes = [
      job.environment,
      namespace,
      `${cluster}-${namespace}`,
    ].filter((wish): wish is string => wish !== undefined);
    const name = wishes.find(wish => !taken.has(wish)) ?? place;
    taken.add(name);
    places.set(place, {
      name,
      cluster,
      namespace,
      release: metadata.labels['app.kubernetes.io/instance'] ?? pipeline,
    });
  }
  return places;
}

function grouped(parts: readonly Part[]): Part[][] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    groups.set(part.part, [...(groups.get(part.part) ?? []), part]);
  }
  return [...groups.values()].sort((a, b) =>
    a[0].part.localeCompare(b[0].part),
  );
}

/** What the first of the objects, by name, says; an annotation before a label. */
function told(parts: readonly Part[], key: string): string | undefined {
  const sayings = parts
    .map(({ metadata }) => metadata)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(
      ({ annotations, labels }: ObjectMetadata) =>
        annotations[key] ?? labels[key],
    );
  return sayings.find(saying => saying !== undefined && saying !== '');
}

function list(text: string | undefined): string[] {
  const names = (text ?? '').split(',').map(name => name.trim());
  return [...new Set(names)].filter(name => name.length > 0);
}
