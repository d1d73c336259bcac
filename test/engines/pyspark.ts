import fs from 'node:fs';
import path from 'node:path';
import { cached, Log, run } from '../cluster/download';

/** The one that the chart takes unless told otherwise. */
export const SPARK_VERSION = '4.0.4';

/**
 * The folder that PySpark is installed in: Spark's own jars and scripts with
 * Python's side of it. Half a gigabyte, fetched once.
 */
export async function ensurePyspark(log: Log = () => {}): Promise<string> {
  return cached(`pyspark-${SPARK_VERSION}`, async target => {
    log(`Installing Spark ${SPARK_VERSION}, a minute or two`);
    const python = ['-m', 'pip', 'install', '--quiet', '--no-compile'];
    await run('python3', [
      ...python,
      '--disable-pip-version-check',
      '--no-cache-dir',
      ...['--target', target, `pyspark==${SPARK_VERSION}`],
    ]);
    fs.rmSync(path.join(target, 'pyspark/examples'), {
      recursive: true,
      force: true,
    });
  });
}
