import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterClient, KubernetesObject } from '../cluster/client';
import { countingJob } from '../engines/flink';
import { sharedVolume } from './sharedVolume';

/** What Flink says that a job took up. */
export interface TookUp {
  from: 'savepoint' | 'checkpoint' | 'nothing';
  path?: string;
}

interface Checkpoints extends KubernetesObject {
  latest: {
    completed: { external_path: string } | null;
    restored: { is_savepoint: boolean; external_path: string } | null;
  };
}

/** A FlinkDeployment or FlinkSessionJob, as much of it as is looked at. */
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
  /** How Flink starts it again when it fails; absent: as the chart has it. */
  restart?: { strategy: string; initialBackoff?: string };
}

/** The session that a job may run in, as part of its pipeline. */
const SESSION = 'shared';

/** Where the operator finds the jars of session jobs. */
export const JARS = '/opt/jars';

/** They start in a tenth of the time. */
const FAST = {
  'kubernetes.jobmanager.cpu.limit-factor': '5',
  'kubernetes.taskmanager.cpu.limit-factor': '5',
};

/** One job of the Flink operator whose state is a count, in a folder of this machine. */
export class CountingJob {
  readonly namespace = 'streaming';
  readonly name = 'clickstream-counting';
  readonly #shared = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-state-'));
  readonly #jars = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-jars-'));

  /** @param isInSession - whether it runs in a session, not in a cluster of its own */
  constructor(private readonly isInSession = false) {
    fs.chmodSync(this.#shared, 0o777);
    fs.chmodSync(this.#jars, 0o755);
  }

  /** The folder that the operator fetches its jar from; undefined where the image has it. */
  async jars(): Promise<string | undefined> {
    if (!this.isInSession) return undefined;
    fs.copyFileSync(await countingJob(), path.join(this.#jars, 'counting.jar'));
    return this.#jars;
  }

  volume(): object[] {
    return sharedVolume(this.#shared, this.namespace);
  }

  remove() {
    for (const folder of [this.#shared, this.#jars]) {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }

  specification(release: Release): PipelineSpec {
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
        flink: this.isInSession ? sessionOf(release) : clusterOf(release),
      },
    };
  }

  live(client: ClusterClient): Promise<Deployment> {
    const kind = this.isInSession ? 'flinksessionjobs' : 'flinkdeployments';
    return client.get(
      `/apis/flink.apache.org/v1beta1/namespaces/${this.namespace}/${kind}/${this.name}`,
    );
  }

  /** What Flink itself says that a run took up. */
  async tookUp(client: ClusterClient, run: string): Promise<TookUp> {
    const { latest } = await this.#checkpoints(client, run);
    const { restored } = latest;
    if (!restored) return { from: 'nothing' };
    const { external_path: at, is_savepoint: isSavepoint } = restored;
    // A checkpoint that is named as what to start from counts as a savepoint to Flink.
    const from = isSavepoint && !/\/chk-\d+$/.test(at);
    return { from: from ? 'savepoint' : 'checkpoint', path: at };
  }

  /** Path of the last checkpoint of the run of now; empty where there is none. */
  async lastCheckpoint(client: ClusterClient): Promise<string> {
    const { jobId } = (await this.live(client)).status!.jobStatus;
    const { latest } = await this.#checkpoints(client, jobId);
    return latest.completed?.external_path ?? '';
  }

  /** Names of its pods, by what they are. */
  async pods(client: ClusterClient, component: 'jobmanager' | 'taskmanager') {
    const { items } = await client.list<KubernetesObject>(
      `/api/v1/namespaces/${this.namespace}/pods?labelSelector=app=${
        this.#cluster
      },component=${component}`,
    );
    return items.map(({ metadata }) => metadata.name);
  }

  /** What it reported so far, in every run. */
  counts(): number[] {
    const file = path.join(this.#shared, 'counts');
    if (!fs.existsSync(file)) return [];
    return fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => Number(line.split(' ')[1]));
  }

  /** Whether there is something at a path that the job names. */
  has(at: string): boolean {
    return fs.existsSync(at.replace(/^file:\/*state/, this.#shared));
  }

  /** Lets the job write what it counts, or not: then it fails. */
  mayReport(isAllowed: boolean) {
    const file = path.join(this.#shared, 'counts');
    fs.closeSync(fs.openSync(file, 'a'));
    fs.chmodSync(file, isAllowed ? 0o666 : 0o444);
  }

  /** Lets the job write its savepoints, or not. */
  mayWriteSavepoints(isAllowed: boolean) {
    const folder = path.join(this.#shared, 'dev/counting/savepoints');
    fs.chmodSync(folder, isAllowed ? 0o777 : 0o555);
  }

  /** Asked of Flink through the API server. */
  #checkpoints(client: ClusterClient, run: string): Promise<Checkpoints> {
    return client.get(
      `/api/v1/namespaces/${this.namespace}/services/${
        this.#cluster
      }-rest:8081/proxy/jobs/${run}/checkpoints`,
    );
  }

  get #cluster() {
    return this.isInSession ? `clickstream-${SESSION}` : this.name;
  }
}

function clusterOf(release: Release) {
  const { tag = '1', flinkVersion = 'v2_1' } = release;
  return {
    mode: 'operator' as const,
    jobs: {
      counting: {
        image: { repository: 'lab/counting', tag },
        flinkVersion,
        jar: 'local:///opt/flink/usrlib/counting.jar',
        ...jobOf(release),
        ...pods(1),
        flinkConfiguration: FAST,
      },
    },
  };
}

function sessionOf(release: Release) {
  const { tag = '1', flinkVersion = 'v2_1' } = release;
  return {
    mode: 'operator' as const,
    sessions: {
      [SESSION]: {
        image: { repository: 'lab/counting', tag },
        flinkVersion,
        ...pods(2),
        flinkConfiguration: FAST,
        jarSchemes: ['file'],
      },
    },
    jobs: {
      counting: {
        session: SESSION,
        jar: `file://${JARS}/counting.jar`,
        ...jobOf(release),
      },
    },
  };
}

function jobOf({ upgrade, parallelism = 1, restart }: Release) {
  return {
    args: ['one', '/state/counts'],
    ...{ upgrade, parallelism },
    ...(restart && { restart }),
    checkpoints: { interval: '5s', minPause: '1s' },
  };
}

function pods(slots: number) {
  return {
    jobManager: { cpu: 0.2, memory: '1g' },
    taskManager: { cpu: 0.2, memory: '1280m', slots },
    volumes: { state: { claim: 'state', mountPath: '/state' } },
  };
}
