import { Page } from 'playwright-core';
import { ClusterClient, KubernetesObject } from '../cluster/client';
import { violationsOf } from './axe';
import { screenshot } from './browser';

const FLINK = '/apis/flink.apache.org/v1beta1/namespaces/pipelines';

type Snapshot = KubernetesObject & {
  spec: { savepoint: { disposeOnDelete: boolean } };
};

type Deployment = KubernetesObject & { spec: { job: { state?: string } } };

/** What the person with a browser needs to go on with the state of a job. */
export interface StateJourney {
  step: (promise: string, body: () => Promise<void>) => void;
  page: () => Page;
  open: (where: string) => Promise<unknown>;
  cluster: () => ClusterClient;
}

/** Savepoints of the job orders-sum, then the stop and start of its pipeline. */
export function stateSteps({ step, page, open, cluster }: StateJourney) {
  const button = (name: string) => page().getByRole('button', { name });

  step(
    'takes a savepoint of its own name, and watches it complete without a reload',
    async () => {
      await open('/catalog/default/component/orders-sum/state');
      await button('Take savepoint').click();
      await button('Name, folder and format').click();
      const name = page().getByRole('textbox', { name: 'Name' });
      await name.fill('before-release');
      await name.press('Tab');
      await button('The same by hand').click();
      await page().getByText('disposeOnDelete: false').waitFor();
      await page()
        .getByText(/name: before-release/)
        .waitFor();
      expect(await violationsOf(page(), '[role=dialog]')).toEqual([]);
      await screenshot(page(), '12-savepoint-preview');
      await button('Take savepoint now').click();
      const table = page().getByRole('grid', { name: 'Snapshots' });
      await table.getByText(/Pending|In progress/).waitFor();
      await screenshot(page(), '13-savepoint-pending');
      await table.getByText('Completed').waitFor();
      await table.getByText(/User \(guest\)/).waitFor();
      await table.getByText('before-release').first().waitFor();
      expect(await table.getByText('s3://').count()).toBe(1);
      expect(await violationsOf(page(), 'main')).toEqual([]);
      await screenshot(page(), '14-savepoint-completed');
      const { items } = await cluster().list<Snapshot>(
        `${FLINK}/flinkstatesnapshots`,
      );
      expect(
        items.map(({ metadata, spec }) => [
          metadata.name,
          spec.savepoint.disposeOnDelete,
        ]),
      ).toEqual([['before-release', false]]);
    },
  );

  step('deletes the savepoint with its files, having agreed to', async () => {
    await open('/catalog/default/component/orders-sum/state');
    await button('Delete before-release with its files').click();
    const go = button('Delete now');
    const agreed = page().getByRole('checkbox', { name: /^I know: / });
    await agreed.first().waitFor();
    expect(await go.isDisabled()).toBe(true);
    expect(await violationsOf(page(), '[role=dialog]')).toEqual([]);
    await screenshot(page(), '15-delete-preview');
    for (const one of await agreed.all()) await one.check({ force: true });
    await go.click();
    await page()
      .getByText(/^Delete savepoint, asked for by .*guest/)
      .waitFor();
    await page().getByText('Deleted with its files').waitFor();
    expect(await violationsOf(page(), 'main')).toEqual([]);
    await screenshot(page(), '15-deleted');
    const { items } = await cluster().list<Snapshot>(
      `${FLINK}/flinkstatesnapshots`,
    );
    expect(items).toEqual([]);
  });

  step('stops the pipeline, and starts it again', async () => {
    await open('/catalog/default/component/orders/pipeline');
    for (const [choice, go, state] of [
      ['Stop the pipeline', 'Stop them now', 'suspended'],
      ['Start the pipeline', 'Start them now', 'running'],
    ]) {
      await button('Stop or start all jobs').click();
      await page().getByRole('menuitem', { name: choice }).click();
      await page().getByText('1. sum').waitFor();
      expect(await violationsOf(page(), '[role=dialog]')).toEqual([]);
      await screenshot(page(), `14-${state}-preview`);
      await button(go).click();
      await page()
        .getByText(new RegExp(`^${choice}, asked for by .*guest`))
        .waitFor();
      // As long as the real operator takes to start a job.
      await page()
        .getByText(/^Done ·/)
        .waitFor({ timeout: 90_000 });
      const { spec } = await cluster().get<Deployment>(
        `${FLINK}/flinkdeployments/orders-sum`,
      );
      expect(spec.job.state).toBe(state);
      await screenshot(page(), `14-${state}`);
    }
  });
}
