import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { ClusterClient, KubernetesObject } from '../cluster/client';
import { violationsOf } from './axe';
import { screenshot, startBrowser } from './browser';
import { Portal } from './portal';
import { processesOf } from './processes';
import { stateSteps } from './stateSteps';

const run = promisify(execFile);
const FLINK = '/apis/flink.apache.org/v1beta1/namespaces/pipelines';
const TOPICS = '/apis/kafka.strimzi.io/v1/namespaces/kafka/kafkatopics';
/** A description that no template engine and no YAML writer may touch. */
const AWKWARD = 'Orders: {{ .Values.x }} & "quotes" # not a comment';

const REASON = 'more partitions come with the next release';

/** Wizard, chart, cluster, pages: as a person goes through them. */
describe('a person with a browser', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-journey-'));
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let base: string;
  let cluster: ClusterClient;

  beforeAll(async () => {
    portal = Portal.start({ home });
    base = await portal.address();
    cluster = adminOf(path.join(home, 'cluster/kubeconfig'));
    browser = await startBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(15_000);
  }, 900_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.interrupt();
    fs.rmSync(home, { recursive: true, force: true });
  });

  let failed = false;

  /** One step of the journey; without the one before it, it means nothing. */
  function step(promise: string, body: () => Promise<void>) {
    it(promise, async () => {
      if (failed) throw new Error('An earlier step failed');
      try {
        await body();
      } catch (error) {
        failed = true;
        await screenshot(page, 'failure');
        throw error;
      }
    });
  }

  const open = (where: string) => page.goto(`${base}${where}`);

  step(
    'sees the sample pipelines, the broken one first, and what is simulated',
    async () => {
      await open('/');
      const table = page.getByRole('grid', { name: 'Pipelines' });
      await table.getByRole('row', { name: /Payments/ }).waitFor();
      await table
        .getByRole('row', { name: /Clickstream/ })
        .getByText('Healthy', { exact: true })
        .waitFor({ timeout: 90_000 });
      // Rows hold their place while somebody looks; who comes now sees the order.
      await open('/');
      await table.getByRole('row', { name: /Payments/ }).waitFor();
      const rows = await table.getByRole('row').allInnerTexts();
      const at = (name: string) => rows.findIndex(row => row.includes(name));
      expect(rows[at('Payments')]).toContain('Degraded');
      expect(rows[at('Payments')]).toContain('cannot be pulled');
      // Reporting may stand before it: its backfill finds no node.
      expect(at('Payments')).toBeLessThan(at('Clickstream'));
      // The wizard's templates have the type of what they make.
      await page.getByText('3 pipelines', { exact: true }).waitFor();
      await page.getByText('operators are simulated').waitFor();
      await screenshot(page, '1-fleet');
      for (const theme of ['light', 'dark']) {
        await page.evaluate(
          name => window.localStorage.setItem('theme', name),
          theme,
        );
        await open('/');
        await table.getByRole('row', { name: /Payments/ }).waitFor();
        expect(await violationsOf(page, 'body')).toEqual([]);
        await screenshot(page, `1-fleet-${theme}`);
      }
    },
  );

  step('asks again, and is told when nothing is new', async () => {
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const lists = new Set<string>();
    const statuses: number[] = [];
    network.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.includes('/data-pipelines/pipelines?')) {
        lists.add(requestId);
      }
    });
    // What scripts see of a 304 is the 200 of the browser's cache.
    network.on(
      'Network.responseReceivedExtraInfo',
      ({ requestId, statusCode }) => {
        if (lists.has(requestId)) statuses.push(statusCode);
      },
    );
    for (let turn = 0; turn < 5 && !statuses.includes(304); turn++) {
      await open('/');
      await page.getByRole('row', { name: /Payments/ }).waitFor();
    }
    expect(statuses).toContain(304);
    await network.detach();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const pick = async (label: string, option: string) => {
    await button(new RegExp(`${label}$`)).click();
    const list = page.getByRole('listbox', { name: label });
    await list.getByRole('option', { name: option, exact: true }).click();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
  };

  step('is told in the form what is wrong with a name', async () => {
    await open('/create/templates/default/streaming-pipeline');
    await page.getByRole('textbox', { name: /^Name/ }).fill('My Pipeline');
    await page.getByRole('combobox', { name: /^Owner/ }).fill('Data');
    await page.getByRole('option', { name: /data.team/i }).click();
    // Backstage's own picker stays open.
    await page.keyboard.press('Escape');
    await button('Next').click();
    await page
      .getByText(/has other than lower-case letters, digits and dashes/)
      .first()
      .waitFor();
    await screenshot(page, '2-wizard-refuses');
  });

  step('picks where it runs from what the portal reaches', async () => {
    await page.getByRole('textbox', { name: /^Name/ }).fill('orders');
    await page.getByRole('textbox', { name: /^Description/ }).fill(AWKWARD);
    await button('Next').click();

    await page.getByRole('combobox', { name: /^Namespace/ }).click();
    await page.getByRole('option', { name: 'pipelines', exact: true }).click();
    await button(/^analytics in kafka/).waitFor();
    await button(/^plain: internal, port 9092/).waitFor();
    // Refused in the review: an address without its scheme.
    await page.getByRole('textbox', { name: /^Storage/ }).fill('pipelines');
    await screenshot(page, '3-wizard-where');
    await button('Next').click();
  });

  step('declares topics, and uses one that is there', async () => {
    await button('Add a topic').click();
    await page.keyboard.type('purchases');
    await button('Add a topic').click();
    await page.keyboard.type('totals');
    await button(/existing topic/).click();
    await page
      .getByRole('option', { name: /^clicks/ })
      .getByText('in Kafka analytics, 12 partitions, of pipeline clickstream')
      .click();
    await page.getByText('declared by somebody else').waitFor();
    await screenshot(page, '4-wizard-topics');
    await button('Next').click();
  });

  step('describes a job, and sees what its size means', async () => {
    await button('Add a job').click();
    await page.keyboard.type('sum');
    await page.getByRole('textbox', { name: /^What it does/ }).fill(AWKWARD);
    await pick('Reads', 'purchases');
    await pick('Writes', 'totals');
    await pick('Size', 'M');
    await page
      .getByText('2 TaskManagers with 4 slots; 3 pods, 4.5 cores, 9.5 GiB')
      .last()
      .waitFor();
    await screenshot(page, '5-wizard-jobs');
    await button('Next').click();
  });

  step('is stopped by the review, which names step and field', async () => {
    await page
      .getByText(/thing to mend before this can be created/)
      .waitFor({ timeout: 30_000 });
    await page.getByText('Where it runs › Storage').waitFor();
    await button('Summary').click();
    await page
      .getByText(/1 thing has to be mended first/)
      .first()
      .waitFor();
    await screenshot(page, '6-wizard-blocked');
    await page.getByText('Where it runs', { exact: true }).click();
    await page
      .getByRole('textbox', { name: /^Storage/ })
      .fill('s3://playground/pipelines');
    for (const _ of ['topics', 'jobs', 'review']) await button('Next').click();
  });

  step(
    'accepts a warning with a reason, and creates the pipeline',
    async () => {
      await page.getByText(/^This can be created/).waitFor({ timeout: 30_000 });
      await page
        .getByRole('img', { name: 'Dataflow of 3 topics and 1 job' })
        .waitFor();
      await button('Accept: Jobs › sum › parallelism').click();
      await page.keyboard.type(REASON);
      await page.keyboard.press('Enter');
      await button(/^1 accepted/).waitFor();
      await button('values-dev.yaml').click();
      await screenshot(page, '7-wizard-review');
      await button('Summary').click();
      await button('Create').click();
      await page.getByText('Open the pipeline').waitFor({ timeout: 60_000 });
      await screenshot(page, '8-wizard-done');
    },
  );

  step(
    'finds the chart in Git, and its text in the object as it was typed',
    async () => {
      const repository = path.join(home, 'repositories/orders');
      const { stdout } = await run('git', [
        '-C',
        repository,
        'log',
        '--oneline',
      ]);
      expect(stdout).toContain('Create the pipeline');
      const values = fs.readFileSync(path.join(repository, 'values.yaml'));
      expect(
        parse(values.toString()).global.lint.accepted[
          'flink-parallelism-partitions'
        ],
      ).toEqual({ 'FlinkDeployment/orders-sum': REASON });
      const deployment = await cluster.get<KubernetesObject>(
        `${FLINK}/flinkdeployments/orders-sum`,
      );
      expect(
        deployment.metadata.annotations?.['headworks.dev/description'],
      ).toBe(AWKWARD);
    },
  );

  step('watches the new pipeline become healthy on its page', async () => {
    await page.getByText('Open the pipeline').click();
    await page.getByRole('link', { name: 'Pipeline', exact: true }).click();
    const jobs = page.getByRole('grid', { name: 'Jobs' });
    await jobs.getByRole('row', { name: /sum/ }).waitFor();
    await screenshot(page, '7-pipeline-starting');
    await page
      .getByTestId('verdict')
      .getByText('All jobs and topics are healthy')
      .waitFor({ timeout: 90_000 });
    const topics = page.getByRole('grid', { name: 'Topics' });
    expect(await topics.getByText('Healthy').count()).toBe(2);
    await page.getByRole('link', { name: /^Flink job sum Healthy/ }).waitFor();
    await screenshot(page, '8-pipeline-healthy');
  });

  step('sees what changes in the cluster within two seconds', async () => {
    // Strimzi's words for a broken topic, written as the operator would.
    const topic = `${TOPICS}/purchases`;
    const { metadata } = await cluster.get<KubernetesObject>(topic);
    const began = Date.now();
    await cluster.merge(`${topic}/status`, {
      status: {
        observedGeneration: metadata.generation,
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'KafkaError',
            message: 'Timed out waiting for a node assignment',
            lastTransitionTime: new Date().toISOString(),
          },
        ],
      },
    });
    await page
      .getByTestId('verdict')
      .getByText(/purchases: The topic is not ready/)
      .waitFor();
    expect(Date.now() - began).toBeLessThan(2000);
    await page
      .getByRole('list', { name: 'Open problems' })
      .getByText(/The topic is not ready/)
      .waitFor();
    await page
      .getByRole('link', { name: /^Topic purchases Degraded/ })
      .waitFor();
    await screenshot(page, '9-pipeline-degraded');
  });

  step(
    'goes through the drawing to a job; both pages are for all',
    async () => {
      for (const theme of ['light', 'dark']) {
        await page.evaluate(
          name => window.localStorage.setItem('theme', name),
          theme,
        );
        await open('/catalog/default/component/orders/pipeline');
        const job = page.getByRole('link', { name: /^Flink job sum/ });
        await job.waitFor();
        await page.getByRole('list', { name: 'Lately' }).waitFor();
        await page.getByText(/^chart /).waitFor({ timeout: 60_000 });
        expect(await violationsOf(page, 'main')).toEqual([]);
        await screenshot(page, `9-pipeline-${theme}`);
        await job.click();
        await page.getByTestId('verdict').getByText('The job runs').waitFor();
        const pods = page.getByRole('grid', { name: 'Pods' });
        await pods.getByText('jobmanager').waitFor();
        expect(await pods.getByText('Ready', { exact: true }).count()).toBe(2);
        await page.getByRole('list', { name: 'Lately' }).waitFor();
        expect(await violationsOf(page, 'main')).toEqual([]);
        await screenshot(page, `9-job-${theme}`);
      }
      await page.getByText('Its pipeline').click();
    },
  );

  step('sees the pods on the same page', async () => {
    await page.getByRole('link', { name: 'Kubernetes', exact: true }).click();
    await page.getByText('2 pods').waitFor();
    await page.getByText('Playground (operators simulated)').click();
    await page.getByText('FlinkDeployment', { exact: true }).waitFor();
    const deployment = page.getByRole('button', {
      name: /orders-sum Deployment/,
    });
    await deployment.first().click();
    await page.getByText(/^orders-sum-\w{9}-\w{5}$/).waitFor();
    await screenshot(page, '10-pods');
  });

  step('sees what somebody changed in the cluster, beside Git', async () => {
    await cluster.merge(`${TOPICS}/totals`, { spec: { partitions: 9 } });
    await open('/catalog/default/component/orders/git');
    await page
      .getByRole('button', { name: 'Show the diff of KafkaTopic totals' })
      // A cluster is asked again every 15 seconds.
      .click({ timeout: 60_000 });
    await page
      .getByRole('dialog')
      .getByRole('row', { name: 'spec.partitions 3 9' })
      .waitFor();
    await page
      .getByRole('button', { name: 'Close', exact: true })
      .last()
      .click();
    await page.getByText('9 partitions cannot become 3').waitFor();
    await screenshot(page, '11-git-and-cluster');
  });

  stateSteps({ step, page: () => page, open, cluster: () => cluster });

  step('keeps reading when the cluster is gone, and is told so', async () => {
    await open('/catalog/default/component/orders/pipeline');
    await page.getByRole('grid', { name: 'Jobs' }).waitFor();
    const [pid] = fs
      .readFileSync(path.join(home, 'cluster/pids'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .reverse();
    process.kill(Number(pid), 'SIGSTOP');
    process.kill(Number(pid), 'SIGKILL');
    await page
      .getByText(/^Cluster playground does not answer: the connection/)
      .waitFor();
    await page.getByRole('row', { name: /sum/ }).waitFor();
    await screenshot(page, '15-cluster-gone');
  });

  step('ends everything with Ctrl-C', async () => {
    const before = await processesOf(home);
    expect(before).not.toEqual([]);
    expect(await portal.interrupt()).toBe(0);
    expect(await processesOf(home)).toEqual([]);
  });
});

function adminOf(kubeconfig: string): ClusterClient {
  const config = parse(fs.readFileSync(kubeconfig, 'utf8'));
  const { server, 'certificate-authority-data': ca } =
    config.clusters[0].cluster;
  return new ClusterClient({
    url: server,
    ca: Buffer.from(ca, 'base64').toString(),
    token: config.users[0].user.token,
  });
}
