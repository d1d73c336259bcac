import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { ensurePromtool } from '../../../cluster/promtool';

const execute = promisify(execFile);

export interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: Record<string, string>;
  annotations: { summary: string; description: string; runbook_url: string };
}

/** Metrics over time, and what an alert makes of them. */
export interface AlertCase {
  /** The description that a person gets; absent where nobody may be told. */
  fires?: string;
  /** Why nobody may be told. */
  quiet?: string;
  /** Labels that the alert has from its metrics. */
  labels?: Record<string, string>;
  /** Metric → promtool's shorthand for a value a minute. */
  series: Record<string, string>;
  at: string;
}

/** Prometheus' own engine over rules and PromQL, in a folder of its own. */
export class Promtool {
  readonly #folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-rules-'));
  #promtool = '';

  async start() {
    this.#promtool = await ensurePromtool(() => {});
  }

  stop() {
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @throws Error with what Prometheus does not accept */
  async check(groups: object[]) {
    this.#write('rules.yaml', { groups });
    await this.#run('check', 'rules', 'rules.yaml');
  }

  /** @throws Error with what the rule did instead */
  async test(rule: Alert, given: AlertCase) {
    const { series, at, fires, labels } = given;
    this.#write('rules.yaml', { groups: [{ name: 'g', rules: [rule] }] });
    const told = {
      exp_labels: { ...rule.labels, ...labels },
      exp_annotations: { ...rule.annotations, description: fires },
    };
    this.#write('test.yaml', {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: Object.entries(series).map(([name, values]) => ({
            series: name,
            values,
          })),
          alert_rule_test: [
            {
              eval_time: at,
              alertname: rule.alert,
              exp_alerts: fires ? [told] : [],
            },
          ],
        },
      ],
    });
    await this.#run('test', 'rules', 'test.yaml');
  }

  #write(name: string, content: object) {
    fs.writeFileSync(path.join(this.#folder, name), stringify(content));
  }

  async #run(...args: string[]) {
    const cwd = this.#folder;
    await execute(this.#promtool, args, { cwd }).catch(error => {
      throw new Error(`${error.stdout}${error.stderr}`);
    });
  }
}
