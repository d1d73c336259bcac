import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const PLACES = [
  process.env.HEADWORKS_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of an installed Chromium or Chrome; installs Debian's as root where there is none. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'pipe' });
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      { env, stdio: 'pipe' },
    );
  }
  const installed = findChromium();
  if (!installed) {
    throw new Error(
      'The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium) or set HEADWORKS_CHROMIUM to its path, and start again.',
    );
  }
  return installed;
}

function findChromium() {
  return PLACES.find(place => place && fs.existsSync(place));
}
