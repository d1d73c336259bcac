import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JARS } from './CountingJob';
import { Lab } from './lab';

/** Where the operator runs; not under Pod Security "restricted", which is for jobs. */
const NAMESPACE = 'operators';

/**
 * The Flink Kubernetes Operator, which somebody has built by hand: no registry
 * has the version that our CRDs are of, and nothing here builds a foreign
 * repository. Its chart is in a folder, its image among the lab's.
 */
export class FlinkOperator {
  readonly #chart: string;
  readonly #repository: string;
  readonly #tag: string;

  constructor(private readonly lab: Lab) {
    const chart = process.env.HEADWORKS_LAB_FLINK_OPERATOR ?? '';
    const image = process.env.HEADWORKS_LAB_FLINK_OPERATOR_IMAGE ?? '';
    const [repository, tag] = image.split(':');
    if (!fs.existsSync(path.join(chart, 'Chart.yaml')) || !tag) {
      throw new Error(
        'Set HEADWORKS_LAB_FLINK_OPERATOR to the folder of the Flink operator’s chart and HEADWORKS_LAB_FLINK_OPERATOR_IMAGE to its image in the lab, such as lab/flink-operator:1.15.0.',
      );
    }
    this.#chart = chart;
    this.#repository = repository;
    this.#tag = tag;
  }

  /**
   * Installs it for one namespace, with the settings that its chart has.
   *
   * @param jars - folder of this machine that it may fetch session jobs from
   */
  async install(watched: string, jars?: string): Promise<void> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-lab-'));
    const values = path.join(folder, 'values.json');
    fs.writeFileSync(
      values,
      JSON.stringify({
        image: { repository: this.#repository, tag: this.#tag },
        watchNamespaces: [watched],
        // It needs cert-manager; validation happens in the operator as well.
        webhook: { create: false },
        ...(jars && fetchesFrom(jars)),
      }),
    );
    await this.lab.helm(
      ...['install', 'flink-kubernetes-operator', this.#chart],
      ...['--namespace', NAMESPACE, '--create-namespace', '--wait'],
      ...['--values', values],
    );
    fs.rmSync(folder, { recursive: true });
  }

  /** What it wrote to its log last, for an error. */
  log(): Promise<string> {
    return this.lab.kubectl(
      ...['--namespace', NAMESPACE, 'logs', '--tail', '40'],
      'deploy/flink-kubernetes-operator',
    );
  }
}

/** Its chart lets one have either its own volumes and settings or others. */
function fetchesFrom(folder: string): object {
  return {
    operatorVolumes: {
      create: true,
      data: [
        { name: 'artifacts', emptyDir: {} },
        { name: 'jars', hostPath: { path: folder, type: 'Directory' } },
      ],
    },
    operatorVolumeMounts: {
      create: true,
      data: [
        { name: 'artifacts', mountPath: '/opt/flink/artifacts' },
        { name: 'jars', mountPath: JARS, readOnly: true },
      ],
    },
    defaultConfiguration: {
      'flink-conf.yaml': [
        'kubernetes.operator.reconcile.interval: 15 s',
        'kubernetes.operator.observer.progress-check.interval: 5 s',
        'kubernetes.operator.user.artifacts.allowed-schemes: file',
        '',
      ].join('\n'),
    },
  };
}
