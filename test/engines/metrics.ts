import fs from 'node:fs';
import path from 'node:path';

const charts = path.resolve(__dirname, '../../charts');

/** Names of metrics that a chart's alerts and dashboard ask for. */
export function metricsAskedFor(chart: string, name: RegExp): string[] {
  const text = ['alerts.yaml', 'dashboard.yaml']
    .map(file => path.join(charts, chart, 'files', file))
    .map(file => fs.readFileSync(file, 'utf8'))
    .join('\n');
  const found = text.match(new RegExp(name, 'g')) ?? [];
  return [...new Set(found)].sort();
}

/** Names in what an engine answers to Prometheus; empty where it does not answer yet. */
export async function scrape(...urls: string[]): Promise<Set<string>> {
  const texts = await Promise.all(
    urls.map(url =>
      fetch(url).then(
        answer => (answer.ok ? answer.text() : ''),
        () => '',
      ),
    ),
  );
  return new Set(
    texts.flatMap(text => [...text.matchAll(/^\w+/gm)].map(([name]) => name)),
  );
}

/**
 * What is asked for and is not there, once all of it is or time is up.
 * A wanted name may be a pattern, as it is in PromQL.
 */
export async function missingAfterAWhile(
  wanted: string[],
  look: () => Promise<Set<string>>,
  seconds = 120,
): Promise<string[]> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const there = [...(await look())];
    const missing = wanted.filter(
      name => !there.some(one => new RegExp(`^${name}$`).test(one)),
    );
    if (missing.length === 0 || Date.now() > deadline) return missing;
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
}
