import { RenderedObject } from '../../lint/compare/renderedObject';
import { PodGroup } from './podSize';
import { apacheApplication, ApacheSpec, submittedApplication } from './spark';

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

/** Driver and executors that a Job starts with what a ConfigMap holds: properties, or a whole application. */
export function submittedBy(
  { spec = {} }: RenderedObject,
  objects: readonly RenderedObject[],
): PodGroup[] {
  const { suspend, jobTemplate, template } = spec as RunnerSpec;
  const runner = (jobTemplate?.spec ?? { template }).template?.spec;
  const mounted = runner?.volumes?.map(({ configMap }) => configMap?.name);
  const files = objects.find(
    ({ kind, metadata }) =>
      kind === 'ConfigMap' && mounted?.includes(metadata.name),
  )?.data;
  if (suspend || files === undefined) return [];
  if (files['application.json'] !== undefined) {
    return apacheApplication(specIn(files['application.json']));
  }
  const properties = files['spark.properties'];
  if (properties === undefined) return [];
  const args = (runner?.containers ?? []).flatMap(one => one.args ?? []);
  return submittedApplication({
    properties,
    python: args.some(arg =>
      /^(local|s3a?|gs|abfss|hdfs|https?):.*\.(py|R)$/.test(arg),
    ),
  });
}

function specIn(application: string): ApacheSpec {
  try {
    return (JSON.parse(application) as { spec?: ApacheSpec }).spec ?? {};
  } catch {
    return {};
  }
}
