import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { countingJob } from '../engines/flink';
import { Lab } from './lab';

/** Flink's scripts and jars with our job, and an entrypoint like the official image's. */
export async function countingImage(lab: Lab, ...tags: string[]) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-image-'));
  const usrlib = path.join(folder, 'opt/flink/usrlib');
  fs.mkdirSync(usrlib, { recursive: true });
  fs.copyFileSync(await countingJob(), path.join(usrlib, 'counting.jar'));
  fs.copyFileSync(
    path.join(__dirname, 'images/flink-entrypoint.sh'),
    path.join(folder, 'docker-entrypoint.sh'),
  );
  fs.chmodSync(path.join(folder, 'docker-entrypoint.sh'), 0o755);
  await lab.call('images', 'jre', 'flink');
  for (const tag of tags) {
    await lab.image({
      name: `lab/counting:${tag}`,
      base: 'lab/flink:2.1',
      folder,
      config: {
        Entrypoint: ['/docker-entrypoint.sh'],
        WorkingDir: '/opt/flink',
        User: '9999:9999',
        Env: [
          'PATH=/opt/flink/bin:/usr/local/bin:/usr/bin:/bin',
          'FLINK_HOME=/opt/flink',
          'JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64',
        ],
      },
    });
  }
  fs.rmSync(folder, { recursive: true });
}
