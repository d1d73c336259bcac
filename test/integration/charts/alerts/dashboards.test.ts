import { Rendered, Renderer } from '../renderer';
import { Promtool } from './promtool';

interface Board {
  uid: string;
  title: string;
  templating: { list: { name: string; query: string }[] };
  panels: {
    title: string;
    gridPos: { x: number; y: number };
    targets: { expr: string; refId: string }[];
  }[];
}

const CASES = [
  ['kafka', 'kafka/strimzi-prod'],
  ['kafka', 'kafka/statefulset-prod'],
  ['flink', 'flink/operator-prod'],
  ['spark', 'spark/kubeflow-prod'],
] as const;

describe('dashboards', () => {
  const charts = new Renderer('helm4');
  const promtool = new Promtool();

  beforeAll(() => Promise.all([charts.start(), promtool.start()]), 900_000);

  afterAll(() => {
    charts.stop();
    promtool.stop();
  });

  it.each(CASES)(
    'of %s (%s) asks only what Prometheus understands',
    async (chart, name) => {
      const [board] = boardsOf(await charts.case(name), chart);
      expect(board.panels.length).toBeGreaterThan(7);
      const exprs = [
        ...board.panels.flatMap(({ targets }) =>
          targets.map(({ expr }) => expr),
        ),
        ...board.templating.list
          .map(({ query }) => /^label_values\((.*), \w+\)$/.exec(query)?.[1])
          .filter(expr => expr !== undefined),
      ];
      const rules = exprs.map((expr, at) => ({
        record: `panel:${at}`,
        expr: plain(expr),
      }));
      await promtool.check([{ name: 'panels', rules }]);
    },
  );

  it('have places of their own, and ids that stay and that nobody else has', async () => {
    const seen = new Set<string>();
    for (const [chart, name] of CASES) {
      const [board] = boardsOf(await charts.case(name), chart);
      const [again] = boardsOf(await charts.case(name), chart);
      expect(again).toEqual(board);
      expect(board.uid).toMatch(/^hw-[a-z]+-[0-9a-f]{24}$/);
      expect(board.uid.length).toBeLessThanOrEqual(40);
      seen.add(board.uid);
      const places = board.panels.map(
        ({ gridPos }) => `${gridPos.x}/${gridPos.y}`,
      );
      expect(new Set(places).size).toBe(places.length);
    }
    expect(seen.size).toBe(CASES.length);
  });

  it('are found by labels and put into a folder as the values say, or left out', async () => {
    const render = (dashboards: object) =>
      charts.case('flink/operator-prod', {
        global: { monitoring: { dashboards } },
      });
    const find = (objects: Rendered[]) =>
      objects.filter(
        ({ metadata }) => metadata.name === 'sessions-flink-dashboard',
      );
    const [usual] = find(await render({}));
    expect(usual.metadata.labels).toMatchObject({ grafana_dashboard: '1' });
    const [other] = find(
      await render({ labels: { dashboards: 'team' }, folder: 'Pipelines' }),
    );
    expect(other.metadata.labels).toMatchObject({ dashboards: 'team' });
    expect(other.metadata.labels).not.toHaveProperty('grafana_dashboard');
    expect(other.metadata.annotations).toEqual({ grafana_folder: 'Pipelines' });
    expect(find(await render({ enabled: false }))).toEqual([]);
  });
});

function boardsOf(objects: Rendered[], chart: string): Board[] {
  return objects
    .filter(
      ({ kind, metadata }) =>
        kind === 'ConfigMap' && metadata.name.endsWith(`-${chart}-dashboard`),
    )
    .flatMap(object =>
      Object.values(
        (object as Rendered & { data: Record<string, string> }).data,
      ),
    )
    .map(text => JSON.parse(text));
}

/** What Grafana sends: its variables filled in. */
function plain(expr: string): string {
  const filled = expr
    .replace(/\$__rate_interval/g, '2m')
    .replace(/\$(job|topic)\b/g, '.*');
  expect(filled).not.toMatch(/\$/);
  return filled;
}
