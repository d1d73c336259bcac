import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  Environment,
  GeneratedFile,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  renderObjects,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { environmentProblem } from './names';

/** Helm gets no longer for one environment, in milliseconds. */
const LONGEST = 30_000;

/** What a repository renders for an environment, or why it does not. */
export type Rendering =
  | { objects: RenderedObject[]; problem?: undefined }
  | { objects?: undefined; problem: string };

/** What `helm template` makes of a repository, by the environment's name. */
export async function renderEnvironments(options: {
  files: readonly GeneratedFile[];
  environments: readonly Environment[];
  helm: Helm;
}): Promise<Map<string, Rendering>> {
  const { files, environments, helm } = options;
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-drift-'));
  try {
    await writeFiles(dir, files);
    const renderings = new Map<string, Rendering>();
    for (const environment of environments) {
      renderings.set(
        environment.name,
        await render({ dir, files, environment, helm }),
      );
    }
    return renderings;
  } finally {
    await fs.rm(dir, { recursive: true, force: true });
  }
}

async function render(options: {
  dir: string;
  files: readonly GeneratedFile[];
  environment: Environment;
  helm: Helm;
}): Promise<Rendering> {
  const { dir, files, environment, helm } = options;
  const problem = environmentProblem(environment);
  if (problem) return { problem };
  if (!files.some(file => file.path === 'charts/common/Chart.yaml')) {
    return {
      problem:
        'The repository does not hold the charts themselves, and the portal fetches none; run `headworks diff` where Helm may fetch them',
    };
  }
  const values = `values-${environment.name}.yaml`;
  if (!files.some(file => file.path === values)) {
    return {
      problem: `${values}: is not in the repository; add it, or remove "${environment.name}" from headworks.dev/environments`,
    };
  }
  // A repository's templates are its author's: one may never come to an end.
  const signal = AbortSignal.timeout(LONGEST);
  try {
    const { release, namespace } = environment;
    return {
      objects: await renderObjects({
        helm,
        dir,
        release,
        namespace,
        values: [values],
        signal,
      }),
    };
  } catch (error) {
    return {
      problem: signal.aborted
        ? `helm template did not end within ${
            LONGEST / 1_000
          } s; look for a template that never does`
        : (error as Error).message,
    };
  }
}
