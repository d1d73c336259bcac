import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Renderer } from '../renderer';
import { Alert, AlertCase, Promtool } from './promtool';

/** Alerts of one rendered PrometheusRule, each with what makes it speak and what does not. */
interface AlertsFile {
  /** `<chart>/<name>` of the values in that chart's `ci`. */
  values: string;
  /** Values on top of those. */
  and?: object;
  rule: string;
  /** Alerts that another file tells of. */
  others?: string[];
  alerts: Record<string, AlertCase[]>;
}

const root = path.resolve(__dirname, '../../../..');
const files = fs
  .readdirSync(__dirname)
  .filter(name => name.endsWith('.yaml'))
  .map((name): [string, AlertsFile] => [
    name,
    parse(fs.readFileSync(path.join(__dirname, name), 'utf8')),
  ]);

describe.each(files)(
  'alerts/%s',
  (_, { values, and, rule, others = [], alerts }) => {
    const charts = new Renderer('helm4');
    const promtool = new Promtool();
    let rendered: Alert[];

    beforeAll(async () => {
      await Promise.all([charts.start(), promtool.start()]);
      const found = (await charts.case(values, and)).find(
        ({ kind, metadata }) =>
          kind === 'PrometheusRule' && metadata.name === rule,
      );
      const [group] = found?.spec.groups as [{ rules: Alert[] }];
      rendered = group.rules;
      await promtool.check([group]);
    }, 900_000);

    afterAll(() => {
      charts.stop();
      promtool.stop();
    });

    it('tells of each alert that is rendered, and of both its sides', () => {
      expect(rendered.map(({ alert }) => alert)).toEqual(
        [...others, ...Object.keys(alerts)].sort(),
      );
      for (const cases of Object.values(alerts)) {
        expect(cases.filter(({ fires }) => fires)).not.toEqual([]);
        expect(cases.filter(({ quiet }) => quiet)).not.toEqual([]);
      }
    });

    it('lets each alert be changed by its name, and no other', () => {
      const [[name]] = Object.entries(alerts);
      const chart = /^[A-Z][a-z]+/.exec(name)![0].toLowerCase();
      const read = (name: string) =>
        fs.readFileSync(path.join(root, 'charts', chart, name), 'utf8');
      const schema = JSON.parse(read('values.schema.json'));
      const known = Object.keys(parse(read('files/alerts.yaml')));
      expect(schema.$defs.alerts.propertyNames.enum).toEqual(known);
    });

    it('gives each alert a runbook page, which docs/monitoring.md names', () => {
      const list = fs.readFileSync(
        path.join(root, 'docs/monitoring.md'),
        'utf8',
      );
      for (const { annotations } of rendered) {
        const page = path.basename(annotations.runbook_url);
        expect(list).toContain(`(runbooks/${page})`);
        const text = fs.readFileSync(
          path.join(root, 'docs/runbooks', page),
          'utf8',
        );
        expect(text).toMatch(/## What it means[^]+## Confirm[^]+## What to do/);
      }
    });

    describe.each(Object.entries(alerts))('%s', (alert, cases) => {
      it.each(
        cases.map((given): [string, AlertCase] => [
          given.fires
            ? `says: ${given.fires}`
            : `says nothing when ${given.quiet}`,
          given,
        ]),
      )('%s', (__, given) =>
        promtool.test(rendered.find(one => one.alert === alert)!, given),
      );
    });
  },
);
