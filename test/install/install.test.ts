import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PipelinePreview } from '@headworks/backstage-plugin-data-pipelines-common';
import { loadCharts } from '@headworks/backstage-plugin-data-pipelines-node';
import { Browser, Page } from 'playwright-core';
import { parse, stringify } from 'yaml';
import { pipelineForm } from '../bench/pipelineForm';
import { screenshot, startBrowser } from '../e2e/browser';
import { readSample, startWorld, World } from '../integration/world';
import { addToConfig } from './edits';
import { followReadme } from './followReadme';
import { FreshApp } from './freshApp';
import { InstalledPortal } from './InstalledPortal';
import { packPlugins } from './packPlugins';
import { fileOf, stepsOfReadme } from './readme';
import { SimulatedRegistry } from './SimulatedRegistry';

/** The packed plugins in a Backstage that `create-app` just made, by the README's steps alone. */
describe('our plugins in a portal that exists', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-install-'));
  let world: World;
  let registry: SimulatedRegistry;
  let app: FreshApp;
  let browser: Browser;
  let environment: Record<string, string>;

  beforeAll(async () => {
    registry = await SimulatedRegistry.start(
      await packPlugins(path.join(home, 'packed')),
    );
    app = await FreshApp.create(home, registry.url);
    world = await startWorld({ speed: 50 });
    const token = await followReadme({ app, cluster: world.cluster.client });
    environment = {
      KUBERNETES_URL: world.cluster.url,
      KUBERNETES_CA: world.cluster.caData,
      KUBERNETES_TOKEN: token,
    };
    fs.symlinkSync(world.binaries.helm4, path.join(home, 'bin/helm'));
    await aPipeline();
    browser = await startBrowser();
  }, 1_800_000);

  afterAll(async () => {
    await browser?.close();
    await world?.stop();
    registry?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  /** One that a team has and registers; one of its images cannot be pulled. */
  async function aPipeline() {
    const spec = readSample('payments');
    spec.environments.dev.cluster = clusterOfReadme();
    const folder = await world.generate(spec);
    await world.install('payments');
    const target = path.join(folder, 'catalog-info.yaml');
    const locations = [{ type: 'file', target }];
    app.edit('app-config.yaml', text =>
      addToConfig(text, stringify({ catalog: { locations } })),
    );
  }

  it('are added in three steps', () => {
    const titles = [...stepsOfReadme().keys()];
    expect(titles.map(title => title.split(/[.:]/)[0])).toEqual([
      '1',
      '2',
      '3',
      'Optional',
    ]);
  });

  it('bring the charts of this version', async () => {
    const packed = `node_modules/@headworks/backstage-plugin-data-pipelines-node/charts`;
    const here = path.resolve(__dirname, '../../charts');
    expect(await loadCharts(app.path(packed))).toEqual(await loadCharts(here));
  });

  it('have types that fit those of the app', async () => {
    await expect(app.run('yarn tsc')).resolves.toBeDefined();
  }, 900_000);

  describe.each([
    ['new', 'app'],
    ['old', 'app-legacy'],
  ])('on the %s frontend system', (_, frontend) => {
    let portal: InstalledPortal;
    let page: Page;
    /** What the browser's console complains of, by itself and on our pages. */
    const before = new Set<string>();
    const complaints = new Set<string>();

    beforeAll(async () => {
      await app.run(`yarn workspace ${frontend} build`);
      portal = await InstalledPortal.start({ app, frontend, environment });
      page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(60_000);
      let said = before;
      page.on('pageerror', error => said.add(error.message));
      page.on('console', message => {
        if (message.type() === 'error') said.add(message.text().split('\n')[0]);
      });
      await page.goto(`${portal.address}/api-docs`);
      const enter = page.getByRole('button', { name: 'Enter' });
      const apis = page.getByRole('heading', { name: /^APIs/ });
      await enter.or(apis).first().waitFor();
      if (await enter.isVisible()) {
        await enter.click();
        await enter.waitFor({ state: 'hidden' });
      }
      await apis.first().waitFor();
      said = complaints;
    }, 900_000);

    afterAll(async () => {
      if (page) await screenshot(page, `install-${frontend}`);
      await page?.close();
      await portal?.stop();
    });

    it('show the pipeline in the fleet, with what is wrong', async () => {
      await page.goto(`${portal.address}/data-pipelines?show=all`);
      const row = page.getByRole('row', { name: /Payments/ });
      await row.getByText('Degraded', { exact: true }).waitFor();
      expect(await row.innerText()).toContain('cannot be pulled');
    }, 180_000);

    it('show the verdict on the page of its entity, with what to do', async () => {
      const entity = `${portal.address}/catalog/default/component/payments`;
      await page.goto(entity);
      await page.getByText('Degraded', { exact: true }).first().waitFor();
      await page
        .getByText(/cannot be pulled/)
        .first()
        .waitFor();
      await page.goto(`${entity}/pipeline`);
      await page
        .getByText(/cannot be pulled/)
        .first()
        .waitFor();
      await page.goto(`${entity}-score/state`);
      await page.getByText('No savepoints yet').waitFor();
    }, 180_000);

    it('bring templates, and charts to render', async () => {
      await page.goto(`${portal.address}/create`);
      await page.getByText('Streaming pipeline').first().waitFor();
      const answer = await fetch(
        `${portal.address}/api/data-pipelines/preview`,
        {
          method: 'POST',
          headers: {
            ...(await guest(portal.address)),
            'Content-Type': 'application/json',
          },
          body: JSON.stringify({ form: pipelineForm() }),
        },
      );
      const preview = (await answer.json()) as PipelinePreview;
      expect(preview.problems).toEqual([]);
      expect(preview.environments[0].objects.length).toBeGreaterThan(20);
    }, 180_000);

    it('leave no error in the log, and none in the console that a page of the app itself lacks', () => {
      expect(portal.errors().join(' | ')).toBe('');
      expect([...complaints].filter(one => !before.has(one))).toEqual([]);
    });
  });
});

/** The name that the README's configuration gives the cluster. */
function clusterOfReadme(): string {
  const [block] = [...stepsOfReadme().values()]
    .flat()
    .filter(({ text }) => text.includes('clusterLocatorMethods'));
  const { kubernetes } = parse(fileOf(block).body);
  return kubernetes.clusterLocatorMethods[0].clusters[0].name;
}

async function guest(address: string): Promise<Record<string, string>> {
  const response = await fetch(`${address}/api/auth/guest/refresh`);
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}
