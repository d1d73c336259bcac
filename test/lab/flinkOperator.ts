import fs from 'node:fs';
import path from 'node:path';
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

  /** Installs it for one namespace, with the settings that its chart has. */
  async install(watched: string): Promise<void> {
    const values = {
      'image.repository': this.#repository,
      'image.tag': this.#tag,
      'watchNamespaces[0]': watched,
      // It needs cert-manager; validation happens in the operator as well.
      'webhook.create': 'false',
    };
    await this.lab.helm(
      ...['install', 'flink-kubernetes-operator', this.#chart],
      ...['--namespace', NAMESPACE, '--create-namespace', '--wait'],
      ...Object.entries(values).flatMap(([key, value]) => [
        '--set',
        `${key}=${value}`,
      ]),
    );
  }

  /** What it wrote to its log last, for an error. */
  log(): Promise<string> {
    return this.lab.kubectl(
      ...['--namespace', NAMESPACE, 'logs', '--tail', '40'],
      'deploy/flink-kubernetes-operator',
    );
  }
}
