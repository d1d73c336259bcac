import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What one suite came to. */
export interface SuiteResult {
  title: string;
  passed: number;
  failed: number;
}

/** A program that is one check: it passes or it fails. */
export async function runCheck(options: {
  title: string;
  args: string[];
  cwd: string;
}): Promise<SuiteResult> {
  const code = await run(options);
  return {
    title: options.title,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
  };
}

/** A Jest run, counted test by test. A file that cannot even load counts as one failure. */
export async function runJest(options: {
  title: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
}): Promise<SuiteResult> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-test-'));
  const outputFile = path.join(folder, 'result.json');
  try {
    const code = await run({
      ...options,
      args: [...options.args, '--json', `--outputFile=${outputFile}`],
    });
    if (!fs.existsSync(outputFile)) {
      return { title: options.title, passed: 0, failed: 1 };
    }
    const result = JSON.parse(fs.readFileSync(outputFile, 'utf8'));
    const failed =
      result.numFailedTests + (result.numRuntimeErrorTestSuites ?? 0);
    return {
      title: options.title,
      passed: result.numPassedTests,
      // Jest may fail for another reason than a test, such as an open handle.
      failed: failed === 0 && code !== 0 ? 1 : failed,
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function run(options: {
  args: string[];
  cwd: string;
  env?: Record<string, string>;
}): Promise<number> {
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: { ...process.env, CI: 'true', ...options.env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise(resolve => {
    child.on('error', () => resolve(1));
    child.on('close', code => resolve(code ?? 1));
  });
}
