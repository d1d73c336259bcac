import fs from 'node:fs';
import path from 'node:path';
import { ScaffolderPortal, startScaffolderPortal } from './scaffolderPortal';
import {
  expectFiles,
  expectLog,
  filesAt,
  git,
  makeGiven,
  readCases,
  TemplateCase,
  templateNames,
} from './templateCases';
import { startWorld, World } from './world';

const cases = templateNames().flatMap(readCases);
const named = (some: TemplateCase[]) =>
  some.map(one => [`${one.template}/${one.name}`, one] as const);

/** Every template and case on a real scaffolder, with real Git, Helm and API server. */
describe('templates', () => {
  let world: World;
  let portal: ScaffolderPortal;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    portal = await startScaffolderPortal(world);
    for (const { given } of cases) {
      if (!given) continue;
      const folder = await makeGiven(given, portal.repositories);
      await portal.register(
        path.join(folder, 'catalog-info.yaml'),
        `component:default/${given.spec.pipeline.name}`,
      );
    }
  }, 180_000);

  afterAll(async () => {
    await portal?.stop();
    await world?.stop();
  });

  it.each(templateNames())('%s is in templates/all.yaml', async name => {
    const { metadata } = await portal.entity(`template:default/${name}`);
    expect(metadata.name).toBe(name);
  });

  it.each(named(cases))('%s, as a dry run', async (_, { template, ...one }) => {
    const response = await portal.dryRun(template, one.input);
    const { problem } = one.expected;
    if (problem) {
      expect(response.ok).toBe(false);
      expect((await response.json()).error.message).toContain(problem);
      return;
    }
    const result = await response.json();
    expect(result).not.toHaveProperty('error');
    const files = result.directoryContents.map(
      (file: { path: string; base64Content: string }) =>
        [
          file.path,
          Buffer.from(file.base64Content, 'base64').toString(),
        ] as const,
    );
    expectFiles(new Map(files), one.expected);
  });

  const onDisk = cases.filter(({ input }) => input.destination !== 'github');
  it.each(named(onDisk))('%s', async (_, { template, given, ...one }) => {
    const { input, expected } = one;
    const repository = path.join(
      portal.repositories,
      given?.spec.pipeline.name ?? `${input.name}`,
    );
    const before = given && (await git(repository, 'for-each-ref'));
    const { status, log } = await portal.create(template, input);
    if (expected.problem) {
      expect(log).toContain(expected.problem);
      expect(status).toBe('failed');
      // A repository that was there is as it was; another is not there.
      const after = git(repository, 'for-each-ref').catch(() => undefined);
      expect(await after).toBe(before);
      return;
    }
    if (status !== 'completed') throw new Error(log);
    expectLog(log, expected);
    if (expected.unchanged) {
      expect(await git(repository, 'for-each-ref')).toBe(before);
      return;
    }
    const branch = given
      ? await git(
          repository,
          'for-each-ref',
          '--format=%(refname:short)',
          'refs/heads/headworks',
        )
      : 'main';
    if (expected.branch) expect(branch).toBe(expected.branch);
    expectFiles(await filesAt(repository, branch), expected);
    if (given) {
      expect(await git(repository, 'for-each-ref', 'refs/heads/main')).toBe(
        before,
      );
      const message = await git(repository, 'log', '-1', '--format=%B', branch);
      expect(message).toContain('\n- dev: ');
    }
  });

  describe('a retried task', () => {
    it('makes a pipeline once', async () => {
      const [one] = readCases('streaming-pipeline').filter(
        ({ name }) => name === 'secured',
      );
      const input = { ...one.input, name: 'retried' };
      const { id } = await portal.create('streaming-pipeline', input);
      const repository = path.join(portal.repositories, 'retried');
      const commit = await git(repository, 'rev-parse', 'HEAD');
      const { status, log } = await portal.retry(id);
      if (status !== 'completed') throw new Error(log);
      expect(await git(repository, 'rev-parse', 'HEAD')).toBe(commit);
      const locations: Array<{ data: { target: string } }> = await (
        await portal.call('catalog/locations')
      ).json();
      const ours = locations.filter(({ data }) =>
        data.target.startsWith(repository),
      );
      expect(ours).toHaveLength(1);
    });

    it('pushes a branch once', async () => {
      const { given, input } = await givenAgain('topic', 'two-topics', 'again');
      const { id } = await portal.create('topic', input);
      const refs = await git(given, 'for-each-ref');
      const { status, log } = await portal.retry(id);
      if (status !== 'completed') throw new Error(log);
      expect(log).toContain('is there already, like this');
      expect(await git(given, 'for-each-ref')).toBe(refs);
    });
  });

  it('says what the repository said that refuses a push', async () => {
    const { given, input } = await givenAgain('upgrade', 'older', 'closed');
    fs.mkdirSync(path.join(given, '.git/hooks'), { recursive: true });
    fs.writeFileSync(
      path.join(given, '.git/hooks/pre-receive'),
      '#!/bin/sh\necho "only the release manager may push"\nexit 1\n',
      { mode: 0o755 },
    );
    const refs = await git(given, 'for-each-ref');
    const { status, log } = await portal.create('upgrade', input);
    expect(status).toBe('failed');
    expect(log).toContain('did not take the branch headworks/upgrade-');
    expect(log).toContain('only the release manager may push');
    expect(await git(given, 'for-each-ref')).toBe(refs);
  });

  it('says which Helm is missing, and makes nothing', async () => {
    const without = await startScaffolderPortal(world, { helm: '/none/helm' });
    try {
      const [{ input }] = readCases('batch-pipeline');
      const { status, log } = await without.create('batch-pipeline', input);
      expect(status).toBe('failed');
      expect(log).toContain(
        '"/none/helm" is not installed where the portal runs. Install Helm 4 or 3 there, or set dataPipelines.scaffolder.helm to its path.',
      );
      expect(fs.readdirSync(without.repositories)).toEqual([]);
    } finally {
      await without.stop();
    }
  });

  /** The pipeline of a case once more, under another name. */
  async function givenAgain(template: string, name: string, pipeline: string) {
    const one = readCases(template).find(other => other.name === name)!;
    const { spec, ...rest } = one.given!;
    const renamed = { ...spec, pipeline: { ...spec.pipeline, name: pipeline } };
    const given = await makeGiven(
      { ...rest, spec: renamed },
      portal.repositories,
    );
    const entityRef = `component:default/${pipeline}`;
    await portal.register(path.join(given, 'catalog-info.yaml'), entityRef);
    return { given, input: { ...one.input, pipeline: entityRef } };
  }
});
