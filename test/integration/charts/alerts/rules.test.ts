import path from 'node:path';
import { healthRules } from '../../../../tools/lib/argocdConfigMap';
import { chartCases } from '../cases';
import { Rendered, Renderer } from '../renderer';
import { Alert, Promtool } from './promtool';

/** Kubernetes' own groups, and those that Argo CD judges itself or that have no health. */
const JUDGED_ELSEWHERE =
  /^(apps|batch|policy|autoscaling|core|v1|networking\.k8s\.io|rbac\.authorization\.k8s\.io|monitoring\.coreos\.com|cert-manager\.io|external-secrets\.io)$/;

const judged = new Set(
  healthRules(path.resolve(__dirname, '../../../../charts')).map(
    ([kind]) => kind,
  ),
);

/** What every values file in `ci` renders for Prometheus, and for Argo CD. */
describe('monitoring of charts/*/ci', () => {
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

  it.each(names)(
    '%s: loads in Prometheus, and Argo CD knows the health of all',
    async name => {
      const objects = await charts.case(name);
      for (const { apiVersion, kind } of objects) {
        const [group] = apiVersion.split('/');
        if (JUDGED_ELSEWHERE.test(group)) continue;
        expect(judged).toContain(`${group}_${kind}`);
      }
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
        expect(Object.values(annotations).join()).not.toMatch(
          /\$\{|<no value>/,
        );
      }
    },
  );
});

function groupsOf({ spec }: Rendered) {
  return spec.groups as { rules: Alert[] }[];
}

function alertsOf(rules: Rendered[]): Alert[] {
  return rules.flatMap(groupsOf).flatMap(({ rules: alerts }) => alerts);
}
