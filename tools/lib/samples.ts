import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  Helm,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parse } from 'yaml';

const run = promisify(execFile);

/** One of the pipelines that the playground begins with. */
export interface Sample {
  spec: PipelineSpec;
  /** Its Git repository. */
  repository: string;
}

/** Generates the sample pipelines that are not there yet, each into a Git repository of its own. */
export async function generateSamples(options: {
  root: string;
  home: string;
}): Promise<Sample[]> {
  const folder = path.join(options.root, 'test/playground/samples');
  const charts = await loadCharts(path.join(options.root, 'charts'));
  const samples: Sample[] = [];
  for (const file of fs.readdirSync(folder).sort()) {
    const spec = parse(
      fs.readFileSync(path.join(folder, file), 'utf8'),
    ) as PipelineSpec;
    const repository = path.join(
      options.home,
      'repositories',
      spec.pipeline.name,
    );
    if (!fs.existsSync(repository)) {
      const half = `${repository}.half`;
      fs.rmSync(half, { recursive: true, force: true });
      await writeFiles(half, generatePipeline({ spec, charts }));
      await commitAll(half);
      fs.renameSync(half, repository);
    }
    samples.push({ spec, repository });
  }
  return samples;
}

async function commitAll(directory: string) {
  const git = (...args: string[]) =>
    run('git', ['-C', directory, ...args], {
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Headworks',
        GIT_AUTHOR_EMAIL: 'headworks@localhost',
        GIT_COMMITTER_NAME: 'Headworks',
        GIT_COMMITTER_EMAIL: 'headworks@localhost',
      },
    });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '-m', 'Sample pipeline of the playground');
}

/**
 * Installs a sample with Helm; does nothing new where it is installed already.
 * What somebody changed in the cluster meanwhile stays theirs.
 */
export async function installSample(options: {
  sample: Sample;
  helm: Helm;
  kubeconfig: string;
}) {
  const { sample, helm, kubeconfig } = options;
  for (const [name, environment] of Object.entries(sample.spec.environments)) {
    await helm
      .upgradeInstall({
        dir: sample.repository,
        release: sample.spec.pipeline.name,
        namespace: environment.namespace,
        values: [`values-${name}.yaml`],
        kubeconfig,
      })
      .catch(error => {
        if (!/Apply failed with \d+ conflict/.test(error.message)) throw error;
      });
  }
}
