import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Page } from 'playwright-core';
import { startBrowser } from '../e2e/browser';
import { Portal } from '../e2e/portal';
import { figure, median, percentile, run } from './figures';
import { SimulatedFleet } from './SimulatedFleet';

const PIPELINES = 1_000;
/** A finger on a wheel: so many pixels, so often (ms), for so long (ms). */
const WHEEL = { step: 80, every: 16, lasts: 8_000 };
/** One frame of a screen with 60 of them a second (ms). */
const FRAME = 1_000 / 60;

/**
 * How smoothly the fleet page scrolls with a thousand pipelines, in Chromium
 * without a graphics card: the time from one frame to the next, how many frames
 * were missed, and how many showed a gap where rows belong. Beside it the same
 * number of plain rows, all in the document, in the same browser.
 *
 * An address as the only argument: that portal, instead of one started for it.
 */
async function bench() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-scroll-'));
  const [given] = process.argv.slice(2);
  const portal = given ? undefined : Portal.start({ home });
  const browser = await startBrowser();
  try {
    const base = given ?? (await portal!.address());
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    page.setDefaultTimeout(60_000);
    const plain = await scrolled(page, () => page.setContent(plainRows()));
    await new SimulatedFleet(PIPELINES).serve(page);
    const fleet = await scrolled(page, async () => {
      await page.goto(`${base}/?show=all`);
      await page
        .getByText('1,000 pipelines')
        .or(page.getByText('1000 pipelines'))
        .waitFor();
      await loadAll(page);
    });
    const names = ['p50', 'p95'] as const;
    for (const name of names) {
      figure(
        `scroll.frame.${name}`,
        fleet[name],
        'ms',
        name === 'p95' ? '<= 33.4, two frames' : '<= 17',
        plain[name],
      );
    }
    figure(
      'scroll.dropped',
      fleet.dropped,
      '% of frames',
      '< 10',
      plain.dropped,
    );
    figure('scroll.gaps', fleet.gaps, '% of frames', '< 1', plain.gaps);
    figure('scroll.distance', fleet.distance, 'px', '> 35000', plain.distance);
  } finally {
    await browser.close();
    await portal?.interrupt();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

/** Until the last page of the list is there, as a person who drags the scroll bar. */
async function loadAll(page: Page) {
  await page.mouse.move(600, 600);
  const last = page.getByRole('row', { name: /pipeline-999/ });
  while (!(await last.isVisible())) {
    await page.mouse.wheel(0, 20_000);
    await page.waitForTimeout(300);
  }
  await page.mouse.wheel(0, -200_000);
  await page.waitForTimeout(1_500);
}

async function scrolled(page: Page, open: () => Promise<unknown>) {
  await open();
  await page.mouse.move(600, 600);
  await page.evaluate(WATCH);
  const client = await page.context().newCDPSession(page);
  const began = Date.now();
  for (let turn = 0; Date.now() - began < WHEEL.lasts; turn++) {
    // As from a hand: the next turn does not wait for what the last one led to.
    client
      .send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        x: 600,
        y: 600,
        deltaX: 0,
        deltaY: WHEEL.step,
      })
      .catch(() => {});
    const next = began + (turn + 1) * WHEEL.every;
    await new Promise(resolve => setTimeout(resolve, next - Date.now()));
  }
  const { times, gaps, distance } = (await page.evaluate(
    'window.watched()',
  )) as { times: number[]; gaps: number; distance: number };
  const due = times.reduce((sum, time) => sum + time, 0) / FRAME;
  return {
    p50: median(times),
    p95: percentile(times, 95),
    dropped: Math.max(0, (1 - times.length / due) * 100),
    gaps: (gaps / times.length) * 100,
    distance,
  };
}

/** In the page: the times between frames, and whether rows are drawn where one looks. */
const WATCH = `
  const times = [];
  const rows = document.querySelectorAll('[role=row], tr');
  let gaps = 0;
  let last;
  let on = true;
  const scrollers = [...document.querySelectorAll('*')].filter(
    element => element.scrollHeight > element.clientHeight + 100,
  );
  const start = scrollers.map(one => one.scrollTop);
  const frame = now => {
    if (!on) return;
    if (last !== undefined) times.push(now - last);
    last = now;
    // By their places, which costs less than to ask what is below a point.
    const { top, height } = rows[1].getBoundingClientRect();
    const drawn = [500, 860].every(y =>
      rows[1 + Math.floor((y - top) / height)]?.checkVisibility({
        contentVisibilityAuto: true,
      }),
    );
    if (!drawn) gaps += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.watched = () => {
    on = false;
    const distance = Math.max(...scrollers.map((one, index) => one.scrollTop - start[index]));
    return { times, gaps, distance };
  };
`;

function plainRows() {
  const cells = [
    'Degraded',
    'pipeline',
    'no checkpoint for 12 minutes',
    'dev',
    'prod',
  ];
  const rows = Array.from(
    { length: PIPELINES },
    (_, index) =>
      `<tr style="height:60px">${cells
        .map(cell => `<td>${cell} ${index}</td>`)
        .join('')}</tr>`,
  );
  return `<table style="width:100%;border-collapse:collapse">${rows.join(
    '',
  )}</table>`;
}

run(bench);
