import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterClient, KubernetesObject } from '../cluster/client';
import { sharedVolume } from './sharedVolume';

/** What Flink says that a job took up. */
export interface TookUp {
  from: 'savepoint' | 'checkpoint' | 'nothing';
  path?: string;
}

interface Checkpoints extends KubernetesObject {
  latest: {
    restored: { is_savepoint: boolean; external_path: string } | null;
  };
}

/** A FlinkDeployment, as much of it as is looked at. */
export interface Deployment extends KubernetesObject {
  spec: {
    image: string;
    restartNonce?: number;
    job: {
      state?: string;
      parallelism: number;
      initialSavepointPath?: string;
      savepointRedeployNonce?: number;
    };
  };
  status?: {
    lifecycleState: string;
    observedGeneration?: number;
    jobStatus: { state?: string; jobId: string; upgradeSavepointPath?: string };
  };
}

/** What differs from one release of the pipeline to the next. */
export interface Release {
  upgrade: 'savepoint' | 'last-state' | 'stateless';
  parallelism?: number;
  tag?: string;
  flinkVersion?: string;
}

/** One job of the Flink operator whose state is a count, in a folder of this machine. */
export class CountingJob {
  readonly namespace = 'streaming';
  readonly name = 'clickstream-counting';
  readonly #shared = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-state-'));

  constructor() {
    fs.chmodSync(this.#shared, 0o777);
  }

  volume(): object[] {
    return sharedVolume(this.#shared, this.namespace);
  }

  remove() {
    fs.rmSync(this.#shared, { recursive: true, force: true });
  }

  specification(release: Release): PipelineSpec {
    const {
      upgrade,
      parallelism = 1,
      tag = '1',
      flinkVersion = 'v2_1',
    } = release;
    return {
      pipeline: { name: 'clickstream', owner: 'group:default/data-team' },
      environments: {
        dev: { cluster: 'playground', namespace: this.namespace },
      },
      values: {
        global: {
          kafka: {
            mode: 'external',
            bootstrapServers: 'kafka:9092',
            authentication: 'none',
          },
          storage: { uri: 'file:///state' },
        },
        flink: {
          mode: 'operator',
          jobs: {
            counting: {
              image: { repository: 'lab/counting', tag },
              flinkVersion,
              jar: 'local:///opt/flink/usrlib/counting.jar',
              args: ['one', '/state/counts'],
              ...{ upgrade, parallelism },
              checkpoints: { interval: '5s', minPause: '1s' },
              jobManager: { cpu: 0.2, memory: '1g' },
              taskManager: { cpu: 0.2, memory: '1280m', slots: 1 },
              volumes: { state: { claim: 'state', mountPath: '/state' } },
              flinkConfiguration: {
                // They start in a tenth of the time.
                'kubernetes.jobmanager.cpu.limit-factor': '5',
                'kubernetes.taskmanager.cpu.limit-factor': '5',
              },
            },
          },
        },
      },
    };
  }

  live(client: ClusterClient): Promise<Deployment> {
    return client.get(
      `/apis/flink.apache.org/v1beta1/namespaces/${this.namespace}/flinkdeployments/${this.name}`,
    );
  }

  /** Asked of Flink itself, through the API server. */
  async tookUp(client: ClusterClient, run: string): Promise<TookUp> {
    const { latest } = await client.get<Checkpoints>(
      `/api/v1/namespaces/${this.namespace}/services/${this.name}-rest:8081/proxy/jobs/${run}/checkpoints`,
    );
    const { restored } = latest;
    if (!restored) return { from: 'nothing' };
    const { external_path: at, is_savepoint: isSavepoint } = restored;
    // A checkpoint that is named as what to start from counts as a savepoint to Flink.
    const from = isSavepoint && !/\/chk-\d+$/.test(at);
    return { from: from ? 'savepoint' : 'checkpoint', path: at };
  }

  /** Names of its pods, by what they are. */
  async pods(client: ClusterClient, component: 'jobmanager' | 'taskmanager') {
    const { items } = await client.list<KubernetesObject>(
      `/api/v1/namespaces/${this.namespace}/pods?labelSelector=app=${this.name},component=${component}`,
    );
    return items.map(({ metadata }) => metadata.name);
  }

  /** What it reported so far, in every run. */
  counts(): number[] {
    const file = path.join(this.#shared, 'counts');
    if (!fs.existsSync(file)) return [];
    return fs
      .readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => Number(line.split(' ')[1]));
  }

  /** Whether there is something at a path that the job names. */
  has(at: string): boolean {
    return fs.existsSync(at.replace(/^file:\/*state/, this.#shared));
  }

  /** Lets the job write its savepoints, or not. */
  mayWriteSavepoints(isAllowed: boolean) {
    const folder = path.join(this.#shared, 'dev/counting/savepoints');
    fs.chmodSync(folder, isAllowed ? 0o777 : 0o555);
  }
}
