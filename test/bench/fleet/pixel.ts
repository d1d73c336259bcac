import { Health } from '@headworks/backstage-plugin-data-pipelines-common';
import { Page } from 'playwright-core';
import { startBrowser } from '../../e2e/browser';
import { figure, percentile } from '../figures';
import { Changes } from './changes';
import { FleetClusters } from './clusters';
import { openLoop } from './openLoop';
import { FleetPortal } from './portal';
import { FleetPipeline, PIPELINES } from './shape';

const OWNER = 'group:default/team-07';
const CHANGES = 10;
const SECONDS = 60;
/** The next change of the same row comes then; one not on screen before is lost (ms). */
const PATIENCE = 4_000;

/** A row whose health is another one, and when the browser painted that. */
interface Painted {
  name: string;
  health: Health;
  at: number;
}

interface Sent {
  name: string;
  expected: Health;
  /** When the API server was asked, and when it had it. */
  asked: number;
  taken: number;
}

/**
 * The fleet page in a real browser: from a status that changes in an API
 * server to the changed word on screen.
 */
export async function measurePixels(options: {
  portal: FleetPortal;
  clusters: FleetClusters;
}): Promise<void> {
  const { portal, clusters } = options;
  const pipelines = PIPELINES.filter(({ owner }) => owner === OWNER);
  const changes = new Changes(clusters, pipelines);
  await changes.warmUp();
  await changes.mendAll();
  const browser = await startBrowser();
  try {
    // High enough that every row of the team is in the window.
    const page = await browser.newPage({
      viewport: { width: 1440, height: 3200 },
    });
    await page.goto(`${portal.url}/?show=all&sort=name&owner=${OWNER}`);
    for (const { name } of [pipelines[0], pipelines.at(-1)!]) {
      await page
        .getByRole('row', { name: new RegExp(titleOf(name)) })
        .waitFor({ timeout: 60_000 });
    }
    await page.evaluate(WATCH_ROWS);
    if (pipelines.length !== (CHANGES * PATIENCE) / 1000) {
      throw new Error('Each row must change once in that time');
    }
    const sent: Sent[] = [];
    let isBroken = false;
    const achieved = await openLoop({
      rate: CHANGES,
      seconds: SECONDS,
      work: async (_, i) => {
        const at = i % pipelines.length;
        if (at === 0) isBroken = !isBroken;
        sent.push(await change(changes, pipelines[at], isBroken));
      },
    });
    await page.waitForTimeout(PATIENCE);
    await report(sent, await paintedOn(page), achieved.rate);
  } finally {
    await browser.close();
    await changes.mendAll();
  }
}

async function change(
  changes: Changes,
  pipeline: FleetPipeline,
  isBroken: boolean,
): Promise<Sent> {
  const next = changes.turn(pipeline);
  const asked = Date.now();
  await changes.apply(next);
  return {
    name: pipeline.name,
    expected: isBroken ? 'Degraded' : 'Healthy',
    asked,
    taken: Date.now(),
  };
}

async function report(sent: Sent[], painted: Painted[], rate: number) {
  const seen = sent.map(one => ({
    ...one,
    at: painted.find(
      ({ name, health, at }) =>
        titleOf(one.name) === name &&
        health === one.expected &&
        at >= one.asked &&
        at < one.asked + PATIENCE,
    )?.at,
  }));
  const times = seen.map(({ at, asked }) => (at ? at - asked : PATIENCE));
  const afterTaken = seen.map(({ at, taken }) => (at ? at - taken : PATIENCE));
  figure(
    `from a status sent to an API server to the changed word in Chromium, p95 at ${CHANGES} changes a second`,
    percentile(times, 95),
    'ms',
    'under 1000; beside: the median',
    percentile(times, 50),
  );
  figure(
    'the same, from when the API server had it, p95',
    percentile(afterTaken, 95),
    'ms',
    'under 1000; beside: the median',
    percentile(afterTaken, 50),
  );
  figure(
    'changes that were seen on screen',
    seen.filter(({ at }) => at).length,
    'changes',
    `all; one that was not within ${PATIENCE} ms counts as so long above; beside: how many were sent`,
    sent.length,
  );
  figure(
    'statuses changed in a second, with the browser open',
    rate,
    '1/s',
    `${CHANGES}; less means that the generator was the limit; beside`,
    CHANGES,
  );
}

function titleOf(name: string): string {
  return `Pipeline ${name.slice(-4)}`;
}

async function paintedOn(page: Page): Promise<Painted[]> {
  return (await page.evaluate('window.painted')) as Painted[];
}

/** In the page: notes each row's health when it is another, in the frame after. */
const WATCH_ROWS = `(() => {
  window.painted = [];
  const before = new Map();
  const look = () => {
    const changed = [];
    for (const row of document.querySelectorAll('[role=row]')) {
      const text = row.textContent;
      const name = (text.match(/Pipeline \\d{4}/) || [])[0];
      const health = (text.match(/Healthy|Progressing|Degraded|Missing|Suspended|Unknown/) || [])[0];
      if (!name || before.get(name) === health) continue;
      before.set(name, health);
      changed.push({ name, health });
    }
    if (changed.length === 0) return;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const at = performance.timeOrigin + performance.now();
      for (const one of changed) window.painted.push({ ...one, at });
    }));
  };
  look();
  new MutationObserver(look).observe(document.body, {
    subtree: true, childList: true, characterData: true,
  });
})()`;
