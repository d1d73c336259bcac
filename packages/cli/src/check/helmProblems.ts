import { Problem } from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * Each problem in what Helm says when it refuses to render: the charts' own
 * list, and what is against a chart's schema. Nothing where it is neither.
 */
export function helmProblems(message: string): Problem[] {
  const problems: Problem[] = [];
  let chart = '';
  for (const line of message.split('\n')) {
    const header = /^([a-z][-\w]*):$/.exec(line.trim());
    const schema = /^- at '([^']*)': (.+)$/.exec(line.trim());
    const listed = /^- ([^\s:]+(?::[^\s:]+)*): (.+?)(?:; (.+))?$/.exec(
      line.trim(),
    );
    if (header) {
      chart = header[1];
    } else if (schema) {
      problems.push({
        path: inChart(chart, schema[1]),
        problem: schema[2],
        remedy: 'correct the value; values.schema.json says what it may be',
      });
    } else if (listed) {
      const [, path, problem, remedy = 'correct the value'] = listed;
      problems.push({ path, problem, remedy });
    }
  }
  return problems;
}

const SUBCHARTS = ['kafka', 'flink', 'spark'];

/** A JSON pointer into a chart's values, as a path into the umbrella's. */
function inChart(chart: string, pointer: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const shared = parts[0] === 'global' || !SUBCHARTS.includes(chart);
  return (shared ? parts : [chart, ...parts]).join('.');
}
