import { chartCases } from '../cases';
import { Rendered, Renderer } from '../renderer';
import { Alert, Promtool } from './promtool';

/** The rules of every values file in `ci`, as Prometheus loads them. */
describe('rules of charts/*/ci', () => {
  const charts = new Renderer('helm4');
  const promtool = new Promtool();

  beforeAll(() => Promise.all([charts.start(), promtool.start()]), 900_000);

  afterAll(() => {
    charts.stop();
    promtool.stop();
  });

  const names = chartCases()
    .map(({ name }) => name)
    .filter(name => !name.startsWith('platform/'));

  it.each(names)('%s', async name => {
    const objects = await charts.case(name);
    const monitored = objects.some(({ kind }) => kind === 'PodMonitor');
    const rules = objects.filter(({ kind }) => kind === 'PrometheusRule');
    expect(rules.length > 0).toBe(monitored);
    if (!monitored) return;
    await promtool.check(rules.flatMap(groupsOf));
    for (const { labels, annotations } of alertsOf(rules)) {
      expect(labels).toMatchObject({
        pipeline: expect.any(String),
        environment: expect.any(String),
      });
      expect(Object.values(annotations).join()).not.toMatch(/\$\{|<no value>/);
    }
  });
});

function groupsOf({ spec }: Rendered) {
  return spec.groups as { rules: Alert[] }[];
}

function alertsOf(rules: Rendered[]): Alert[] {
  return rules.flatMap(groupsOf).flatMap(({ rules: alerts }) => alerts);
}
