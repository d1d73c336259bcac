import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  CheckpointsView,
  JobStateView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Page } from 'playwright-core';
import { startBrowser } from '../e2e/browser';
import { Portal } from '../e2e/portal';
import { figure, median, percentile, run } from './figures';

const JOB = 'payments-score';
const CHECKPOINTS = 10_000;
const SNAPSHOTS = 500;
const VISITS = 20;
const NOW = Date.parse('2026-11-28T12:00:00Z');

/**
 * The State tab of a job with ten thousand checkpoints and five hundred
 * savepoints, in Chromium: from the click on the tab to the frame in which
 * timeline and table are there. Beside it the same tab of the same job with
 * one of each. Only their two answers are played; all else is a real portal.
 *
 * An address as the only argument: that portal, instead of one started for it.
 */
async function bench() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-state-'));
  const [given] = process.argv.slice(2);
  const portal = given ? undefined : Portal.start({ home });
  const browser = await startBrowser();
  try {
    const base = given ?? (await portal!.address());
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    page.setDefaultTimeout(60_000);
    const one = await visits(page, base, { checkpoints: 1, snapshots: 1 });
    const many = await visits(page, base, {
      checkpoints: CHECKPOINTS,
      snapshots: SNAPSHOTS,
    });
    const what = `State tab with ${CHECKPOINTS} checkpoints and ${SNAPSHOTS} savepoints`;
    const than = 'beside: with one of each';
    figure(`${what}, median`, median(many), 'ms', than, median(one));
    figure(
      `${what}, p95`,
      percentile(many, 95),
      'ms',
      `under 1000; ${than}`,
      percentile(one, 95),
    );
  } finally {
    await browser.close();
    await portal?.interrupt();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

interface Amount {
  checkpoints: number;
  snapshots: number;
}

async function visits(page: Page, base: string, amount: Amount) {
  await page.unrouteAll();
  await page.route(/\/jobs\/default\/[^/]+\/state$/, async route => {
    const response = await route.fetch();
    const state = (await response.json()) as JobStateView;
    await route.fulfill({ json: withSnapshots(state, amount.snapshots) });
  });
  await page.route(/\/jobs\/default\/[^/]+\/checkpoints\?/, route =>
    route.fulfill({ json: withCheckpoints(amount.checkpoints) }),
  );
  await page.goto(`${base}/catalog/default/component/${JOB}`);
  const tab = (name: string) => page.getByRole('link', { name, exact: true });
  await tab('State').waitFor();
  const times: number[] = [];
  // The first brings the tab's own code.
  for (let i = 0; i <= VISITS; i++) {
    await page.evaluate(WATCH);
    await tab('State').click();
    const time = await page.evaluate('window.shown');
    if (i > 0) times.push(time as number);
    await tab('Overview').click();
    await page.getByRole('img', { name: /last .*checkpoint/i }).waitFor({
      state: 'detached',
    });
  }
  return times;
}

/** In the page: from the click to the frame after timeline and table are there. */
const WATCH = `(() => {
  window.shown = new Promise(resolve => {
    let began;
    addEventListener('pointerdown', () => { began = performance.now(); }, {
      capture: true, once: true,
    });
    const observer = new MutationObserver(() => {
      const timeline = document.querySelector('svg[aria-label*="checkpoint"]');
      const rows = document.querySelectorAll('[role=row], tbody tr');
      if (!timeline || rows.length < 2) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() =>
        resolve(performance.now() - began)));
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
})()`;

function withSnapshots(state: JobStateView, count: number): JobStateView {
  return {
    ...state,
    environments: state.environments.map(one => ({
      ...one,
      snapshots: Array.from({ length: count }, (_, i) => ({
        name: `payments-score-${count - i}`,
        type: 'savepoint' as const,
        origin: 'periodic' as const,
        state: 'completed' as const,
        createdAt: at(i * 3_600_000),
        path: `s3://state/payments/score/savepoints/savepoint-${count - i}`,
        source: 'resource' as const,
        replay: { can: 'yes', until: at(-3_600_000), topic: 'clicks' } as const,
      })),
    })),
  };
}

function withCheckpoints(count: number): CheckpointsView {
  return {
    environment: {
      name: 'dev',
      cluster: 'playground',
      namespace: 'pipelines',
      release: 'payments',
    },
    at: at(0),
    interval: 60_000,
    checkpoints: Array.from({ length: count }, (_, i) => ({
      id: count - i,
      isSavepoint: false,
      state: i % 50 === 7 ? ('failed' as const) : ('completed' as const),
      startedAt: at(i * 60_000),
      took: 800 + ((i * 7919) % 900),
      size: 14_000_000 + i,
      written: 400_000,
      inFlight: 0,
      path: `s3://state/payments/score/chk-${count - i}`,
    })),
    trend: { isGood: true, sentence: 'Checkpoints are made as they should be' },
  };
}

function at(ago: number): string {
  return new Date(NOW - ago).toISOString();
}

run(bench);
