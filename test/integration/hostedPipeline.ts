import fs from 'node:fs';
import path from 'node:path';
import { JsonObject } from '@backstage/types';
import { ScaffolderPortal } from './scaffolderPortal';
import { git, makeGiven, readCases } from './templateCases';
import { World } from './world';

/** A pipeline in a folder of a bare repository, registered from a Git host. */
export interface HostedPipeline {
  template: string;
  input: JsonObject;
  repository: string;
}

/**
 * Hosts the pipeline of a template's case.
 *
 * @param options - `id` is `<template>/<case>`; `hosted` the folder of the bare
 * repositories; `url` where the host shows a file of the repository
 */
export async function hostPipeline(options: {
  world: World;
  portal: ScaffolderPortal;
  hosted: string;
  id: string;
  name: string;
  url(file: string): string;
}): Promise<HostedPipeline> {
  const { world, portal, hosted, id, name, url } = options;
  const [template, which] = id.split('/');
  const one = readCases(template).find(other => other.name === which)!;
  const { spec, ...rest } = one.given!;
  const renamed = { ...spec, pipeline: { ...spec.pipeline, name } };
  const made = path.join(world.home, `made-${name}`);
  const folder = path.join(made, 'pipelines');
  const pipeline = await makeGiven({ ...rest, spec: renamed }, folder);
  fs.rmSync(path.join(pipeline, '.git'), { recursive: true });
  fs.writeFileSync(path.join(pipeline, 'run.sh'), '#!/bin/sh\n', {
    mode: 0o755,
  });
  fs.symlinkSync('run.sh', path.join(pipeline, 'link.sh'));
  await git(made, 'init', '--quiet', '--initial-branch=main');
  await git(made, 'add', '--all', '--force');
  await git(made, 'commit', '--quiet', '--message', 'Create the pipeline');
  const repository = path.join(hosted, `${name}.git`);
  await git(made, 'clone', '--quiet', '--bare', '.', repository);
  await portal.register(
    url(`pipelines/${name}/catalog-info.yaml`),
    `component:default/${name}`,
  );
  const input = { ...one.input, pipeline: `component:default/${name}` };
  return { template, input, repository };
}

/** Branches that the portal made. */
export async function ourBranches(repository: string): Promise<string[]> {
  const names = await git(
    repository,
    'for-each-ref',
    '--format=%(refname:short)',
    'refs/heads/headworks',
  );
  return names.split('\n');
}

/** An empty commit of somebody's on a branch of a bare repository. */
export async function commitTo(
  repository: string,
  branch: string,
  message: string,
) {
  const tree = `${branch}^{tree}`;
  const args = ['commit-tree', tree, '-p', branch, '-m', message];
  const commit = await git(repository, ...args);
  await git(repository, 'update-ref', `refs/heads/${branch}`, commit);
}
