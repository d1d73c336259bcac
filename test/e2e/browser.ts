import fs from 'node:fs';
import path from 'node:path';
import { Browser, chromium, Page } from 'playwright-core';

const SCREENSHOTS = path.resolve(__dirname, '../../test-results/screenshots');

/** Starts the installed Chromium; it speaks to loopback only. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.HEADWORKS_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Keeps a picture of the page for the person who reads the results. */
export async function screenshot(page: Page, name: string) {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({
    path: path.join(SCREENSHOTS, `${name}.png`),
    animations: 'disabled',
  });
}
