import { Rendered, Renderer } from '../renderer';

/** The parts of a rendered FlinkDeployment or FlinkSessionJob that tests look at. */
export interface FlinkSpec extends Record<string, unknown> {
  flinkConfiguration: Record<string, string>;
  job: Record<string, unknown>;
  podTemplate: {
    spec: {
      containers: Array<{
        env: Array<{ name: string; value?: string }>;
        envFrom?: object[];
        volumeMounts?: Array<{ name: string; mountPath: string }>;
      }>;
      volumes?: Array<{ name: string } & Record<string, unknown>>;
    };
  };
  jobManager: Record<string, unknown>;
  taskManager: Record<string, unknown>;
}

/** The pipeline `clickstream`, whose Flink job `sessionize` a test changes. */
export class FlinkCharts extends Renderer {
  constructor(version: 'helm3' | 'helm4' = 'helm4') {
    super(version);
  }

  /** Every object of the job, after changes of its values and of `global`. */
  async job(job: object, global: object = {}): Promise<Rendered[]> {
    const all = await this.objects(sessionize(job, global));
    return all.filter(({ metadata }) =>
      metadata.name.startsWith('clickstream-sessionize'),
    );
  }

  /** The job's FlinkDeployment. */
  async deployment(job: object, global: object = {}): Promise<FlinkSpec> {
    return specOf(await this.job(job, global), 'FlinkDeployment');
  }

  /** The environment of its pods. */
  async environment(job: object, global: object = {}) {
    const { podTemplate } = await this.deployment(job, global);
    return Object.fromEntries(
      podTemplate.spec.containers[0].env.map(({ name, value }) => [
        name,
        value,
      ]),
    );
  }
}

export function sessionize(job: object, global: object = {}) {
  return { global, flink: { jobs: { sessionize: job } } };
}

export function specOf(objects: Rendered[], kind: string): FlinkSpec {
  return objects.find(object => object.kind === kind)?.spec as FlinkSpec;
}
