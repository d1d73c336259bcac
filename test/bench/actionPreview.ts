import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Portal } from '../e2e/portal';
import { eventually } from '../integration/eventually';
import { figure, median, percentile, run, timed } from './figures';

const TIMES = 200;
const JOB = 'clickstream-sessionize';
const ACTIONS = ['savepoint', 'suspend', 'resume', 'restart'];

/**
 * What an action will do, asked of the API: the job's object is read from its
 * cluster for each. Beside it that reading alone, through Backstage's proxy.
 *
 * An address as the only argument: that portal, instead of one started for it.
 */
async function bench() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-preview-'));
  const [given] = process.argv.slice(2);
  const portal = given ? undefined : Portal.start({ home });
  try {
    const base = given ?? (await portal!.address());
    const headers = await guest(base);
    const preview = (i: number) =>
      ask(`${base}/api/data-pipelines/jobs/default/${JOB}/actions/preview`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          environment: 'dev',
          action: { action: ACTIONS[i % ACTIONS.length] },
          key: `bench-${i}-of-previews`,
        }),
      });
    const object = () =>
      ask(
        `${base}/api/kubernetes/proxy/apis/flink.apache.org/v1beta1/namespaces/pipelines/flinkdeployments/${JOB}`,
        {
          headers: { ...headers, 'Backstage-Kubernetes-Cluster': 'playground' },
        },
      );
    // The catalog may be a little later than the portal.
    await eventually(
      () => preview(0).then(() => true, String),
      isThere => isThere === true,
    );
    const [times, floor]: number[][] = [[], []];
    // In turn, so that both have the same machine; the first two warm up.
    for (let i = -2; i < TIMES; i++) {
      const [mine, bare] = [
        await timed(() => preview(i + 2)),
        await timed(object),
      ];
      if (i < 0) continue;
      times.push(mine);
      floor.push(bare);
    }
    const than = 'beside: the object alone, through the proxy';
    figure(
      'preview of an action, median',
      median(times),
      'ms',
      than,
      median(floor),
    );
    figure(
      'preview of an action, p95',
      percentile(times, 95),
      'ms',
      `under 300; ${than}`,
      percentile(floor, 95),
    );
  } finally {
    await portal?.interrupt();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

async function guest(base: string): Promise<Record<string, string>> {
  const response = await fetch(`${base}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}

async function ask(url: string, request: RequestInit) {
  const response = await fetch(url, request);
  const text = await response.text();
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${text}`);
}

run(bench);
