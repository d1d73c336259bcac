import { RenderedObject } from '../../lint/compare/renderedObject';
import { PodGroup } from './podSize';
import { submittedApplication } from './spark';

interface Runner {
  template?: {
    spec?: {
      containers?: Array<{ args?: string[] }>;
      volumes?: Array<{ configMap?: { name?: string } }>;
    };
  };
}

interface RunnerSpec extends Runner {
  suspend?: boolean;
  /** Of a CronJob. */
  jobTemplate?: { spec?: Runner };
}

/** Driver and executors of a Job that runs `spark-submit` with a ConfigMap's properties. */
export function submittedBy(
  { spec = {} }: RenderedObject,
  objects: readonly RenderedObject[],
): PodGroup[] {
  const { suspend, jobTemplate, template } = spec as RunnerSpec;
  const runner = (jobTemplate?.spec ?? { template }).template?.spec;
  const mounted = runner?.volumes?.map(({ configMap }) => configMap?.name);
  const properties = objects.find(
    ({ kind, metadata }) =>
      kind === 'ConfigMap' && mounted?.includes(metadata.name),
  )?.data?.['spark.properties'];
  if (suspend || properties === undefined) return [];
  const args = (runner?.containers ?? []).flatMap(one => one.args ?? []);
  return submittedApplication({
    properties,
    python: args.some(arg =>
      /^(local|s3a?|gs|abfss|hdfs|https?):.*\.(py|R)$/.test(arg),
    ),
  });
}
