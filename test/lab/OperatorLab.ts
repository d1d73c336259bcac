import { ClusterClient } from '../cluster/client';
import { countingImage } from './countingImage';
import { CountingJob, Release } from './CountingJob';
import { FlinkOperator } from './flinkOperator';
import { JobRecorder } from './JobRecorder';
import { Lab } from './lab';
import { LabPortal } from './LabPortal';
import { ObservedJob } from './ObservedJob';
import { LabPipeline } from './pipeline';

/** All of the images that a release may name, by their tags. */
const TAGS = ['1', '2'];

/**
 * A real node with the real operator, a portal that has the rights of our
 * manifests, and one job under Pod Security "restricted".
 */
export class OperatorLab {
  readonly lab = new Lab();
  readonly operator = new FlinkOperator(this.lab);
  readonly job: CountingJob;
  readonly pipeline: LabPipeline;
  client!: ClusterClient;
  portal!: LabPortal;
  observed!: ObservedJob;
  #recorder?: JobRecorder;

  constructor(job = new CountingJob()) {
    this.job = job;
    this.pipeline = new LabPipeline(this.lab, job.namespace);
  }

  /** Installs the job's first release. */
  async start(first: Release): Promise<void> {
    const { lab, job, operator, pipeline } = this;
    await countingImage(lab, ...TAGS);
    await lab.up('jre', 'flink');
    await lab.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: job.namespace,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
    for (const object of job.volume()) await lab.apply(object);
    await operator.install(job.namespace, await job.jars());
    this.client = await lab.client();
    const recorder = new JobRecorder(this.client, job.namespace);
    recorder.start();
    this.#recorder = recorder;
    await pipeline.install(job.specification(first));
    this.portal = await LabPortal.start(lab, pipeline.folder, job.name);
    const { client, portal } = this;
    const parts = { lab, job, pipeline, client, portal, recorder };
    this.observed = new ObservedJob(parts);
  }

  async stop(): Promise<void> {
    this.#recorder?.stop();
    await this.portal?.stop();
    await this.lab.down();
    this.pipeline.remove();
    this.job.remove();
  }
}
