import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { GitLabRepository } from '../../plugins/scaffolder-backend-module-data-pipelines/src/gitLab/GitLabRepository';
import { openMergeRequest } from '../../plugins/scaffolder-backend-module-data-pipelines/src/gitLab/openMergeRequest';
import {
  commitTo,
  HostedPipeline,
  hostPipeline,
  ourBranches,
} from './hostedPipeline';
import { ScaffolderPortal, startScaffolderPortal } from './scaffolderPortal';
import { SimulatedGitLab, startSimulatedGitLab } from './SimulatedGitLab';
import { git } from './templateCases';
import { startWorld, World } from './world';

const TOKEN = 'glpat-simulatedTokenOfThePortal';
const NEW_IMAGE = 'change-job/new-image';
const OLDER = 'upgrade/older';

/** Real scaffolder, catalog, Helm and Git against a GitLab of one's own that is simulated. */
describe('a pipeline on GitLab', () => {
  let world: World;
  let gitLab: SimulatedGitLab;
  let portal: ScaffolderPortal;
  let hosted: string;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    hosted = path.join(world.home, 'hosted');
    fs.mkdirSync(hosted);
    gitLab = await startSimulatedGitLab({ repositories: hosted, token: TOKEN });
    const { host } = gitLab;
    portal = await startScaffolderPortal(world, {
      config: {
        integrations: {
          gitlab: [
            {
              host,
              baseUrl: `http://${host}`,
              apiBaseUrl: `http://${host}/api/v4`,
              token: TOKEN,
            },
          ],
        },
      },
    });
  }, 180_000);

  afterAll(async () => {
    await portal?.stop();
    await gitLab?.stop();
    await world?.stop();
  });

  afterEach(() => gitLab.refuse(undefined));

  /** In a group of a group. */
  const host = (id: string, name: string) =>
    hostPipeline({
      ...{ world, portal, hosted, id, name },
      url: file =>
        `http://${gitLab.host}/acme/data/${name}/-/blob/main/${file}`,
    });

  describe('a change of a job', () => {
    let hosting: HostedPipeline;
    let branch: string;
    let task: string;
    const open = () =>
      gitLab.mergeRequests.filter(
        ({ project, source_branch, state }) =>
          project === 'acme/data/parcels' &&
          source_branch === branch &&
          state === 'opened',
      );
    const change = () => portal.create(hosting.template, hosting.input);

    beforeAll(async () => {
      hosting = await host(NEW_IMAGE, 'parcels');
      const { id, status, log } = await change();
      if (status !== 'completed') throw new Error(log);
      task = id;
      [branch] = await ourBranches(hosting.repository);
    });

    it('is a merge request that says what happens to the state', async () => {
      expect(open()).toMatchObject([
        { title: 'Change sum in dev', target_branch: 'main' },
      ]);
      const [{ description }] = open();
      expect(description).toContain('Made by the portal. What it does');
      expect(description).toMatch(/\nAsked for by user:.+\.$/);
      expect(description).toContain(
        '- dev: job sum: the job restarts from a savepoint that it takes first',
      );
      const events = await (
        await portal.call(`scaffolder/v2/tasks/${task}/events`)
      ).json();
      const { output } = events.at(-1).body;
      expect(output.links).toContainEqual({
        title: 'Merge request',
        url: `http://${gitLab.host}/acme/data/parcels/-/merge_requests/1`,
      });
    });

    it('differs from its base in the values file, comments and modes kept', async () => {
      const { repository } = hosting;
      const values = 'pipelines/parcels/values-dev.yaml';
      const [names, text, log] = await Promise.all([
        git(repository, 'diff', '--raw', '--abbrev=4', `main..${branch}`),
        git(repository, 'show', `${branch}:${values}`),
        git(repository, 'log', '--format=%s', branch),
      ]);
      expect(names.split('\n')).toHaveLength(1);
      expect(names).toMatch(/^:100644 100644 \w+ \w+ M\t/);
      expect(names.endsWith(`\t${values}`)).toBe(true);
      expect(text).toContain('parallelism: 2 # one for each partition');
      expect(parse(text).flink.jobs.sum.image).toEqual({
        repository: 'registry.example/parcels',
        tag: '1.4',
      });
      expect(log).toBe('Change sum in dev\nCreate the pipeline');
    });

    it('asks GitLab for two writes, however many files there are', () => {
      expect(gitLab.writes).toEqual([
        'POST acme/data/parcels repository/commits',
        'POST acme/data/parcels merge_requests',
      ]);
    });

    it('is the same merge request and commit after another run or try', async () => {
      const refs = await git(hosting.repository, 'for-each-ref');
      for (const again of [change, () => portal.retry(task)]) {
        const { status, log } = await again();
        if (status !== 'completed') throw new Error(log);
        expect(open()).toHaveLength(1);
        expect(await git(hosting.repository, 'for-each-ref')).toBe(refs);
      }
    });

    it('follows its base when it runs again', async () => {
      const { repository } = hosting;
      await commitTo(repository, 'main', 'Meanwhile');
      const { status, log } = await change();
      if (status !== 'completed') throw new Error(log);
      expect(open()).toHaveLength(1);
      expect(await git(repository, 'log', '-2', '--format=%s', branch)).toBe(
        'Change sum in dev\nMeanwhile',
      );
    });

    it('is a new merge request where the last one is closed', async () => {
      open()[0].state = 'closed';
      const { status, log } = await change();
      if (status !== 'completed') throw new Error(log);
      expect(open()).toMatchObject([{ iid: 2 }]);
    });

    it('does not overwrite what people committed to its branch', async () => {
      const { repository } = hosting;
      await commitTo(repository, branch, 'By a reviewer');
      const refs = await git(repository, 'for-each-ref');
      const { status, log } = await change();
      expect(status).toBe('failed');
      expect(log).toContain(
        `The branch ${branch} of acme/data/parcels holds commits that the portal did not make, and they would be lost; merge or delete it, then try again`,
      );
      expect(await git(repository, 'for-each-ref')).toBe(refs);
    });
  });

  it('gets an upgrade as a merge request that keeps what people wrote, and loses what goes', async () => {
    const { template, input, repository } = await host(OLDER, 'archive');
    const { status, log } = await portal.create(template, input);
    if (status !== 'completed') throw new Error(log);
    const [branch] = await ourBranches(repository);
    expect(gitLab.mergeRequests.at(-1)).toMatchObject({
      source_branch: branch,
      title: expect.stringMatching(/^Upgrade to the charts/),
    });
    const read = (file: string) =>
      git(repository, 'show', `${branch}:pipelines/archive/${file}`);
    expect(await read('values.yaml')).toContain('as long as the auditors want');
    expect(await read('README.md')).toContain('## Whom to call');
    const changed = await git(repository, 'diff', '--raw', `main..${branch}`);
    expect(changed).not.toMatch(/\.sh$/m);

    const { host: name } = gitLab;
    await openMergeRequest(
      new GitLabRepository({
        host: name,
        apiBaseUrl: `http://${name}/api/v4`,
        project: 'acme/data/archive',
        headers: { Authorization: `Bearer ${TOKEN}` },
      }),
      {
        base: 'main',
        branch: 'headworks/without',
        folder: 'pipelines/archive',
        title: 'Without',
        body: '',
        commitMessage: 'Without',
        written: [],
        removed: ['pipelines/archive/run.sh', 'pipelines/archive/gone.sh'],
      },
    );
    expect(
      await git(repository, 'diff', '--name-status', 'main..headworks/without'),
    ).toBe('D\tpipelines/archive/run.sh');
  });

  it('gets another environment, whose file is new', async () => {
    const { template, input, repository } = await host('promote/empty', 'wide');
    const { status, log } = await portal.create(template, input);
    if (status !== 'completed') throw new Error(log);
    const [branch] = await ourBranches(repository);
    expect(
      await git(repository, 'diff', '--name-status', `main..${branch}`),
    ).toMatch(/^A\tpipelines\/wide\/values-\w+\.yaml$/m);
  });

  describe('of which GitLab refuses something', () => {
    const PROJECT = 'acme/data/refused';
    let hosting: HostedPipeline;

    beforeAll(async () => {
      hosting = await host(NEW_IMAGE, 'refused');
    });

    it.each([
      {
        request: `GET ${PROJECT} repository/archive`,
        status: 429,
        body: Buffer.from('Retry later\n'),
        sentence: `did not show the files of ${PROJECT} (429), because the portal asked it too much. Try again later; if it happens often, whoever runs GitLab raises the limits`,
      },
      {
        request: `GET ${PROJECT} repository/commits`,
        status: 404,
        body: { message: '404 Project Not Found' },
        sentence: `did not show the files of ${PROJECT} (404), because the repository or its branch is gone, or hidden from the portal's token`,
      },
      {
        request: `POST ${PROJECT} repository/commits`,
        status: 403,
        body: {
          error: 'insufficient_scope',
          error_description:
            'The request requires higher privileges than provided by the access token.',
        },
        sentence:
          "(403: The request requires higher privileges than provided by the access token), because the portal's token may not. Whoever runs the portal gives the token",
      },
      {
        request: `POST ${PROJECT} repository/commits`,
        status: 403,
        body: {
          message:
            '403 Forbidden - You are not allowed to push into this branch',
        },
        sentence: `because a rule protects the branch. A maintainer of ${PROJECT} lets the portal's token push and force push to branches headworks/*, then try again`,
      },
      {
        request: `POST ${PROJECT} repository/commits`,
        status: 429,
        body: Buffer.from('Retry later\n'),
        headers: { 'RateLimit-Reset': `${Date.UTC(2030, 0, 1, 12) / 1000}` },
        sentence:
          'because the portal asked it too much. Try again after 2030-01-01 12:00 UTC; ',
      },
      {
        request: `POST ${PROJECT} repository/commits`,
        status: 400,
        body: { error: 'commit_message is empty' },
        sentence: `of ${PROJECT} (400: commit_message is empty). Look at the branches and open merge requests`,
      },
      {
        request: `POST ${PROJECT} merge_requests`,
        status: 409,
        body: {
          message: [
            'Another open merge request already exists for this source branch: !7',
          ],
        },
        sentence: `of ${PROJECT} (409: Another open merge request already exists for this source branch: !7). Look at the branches`,
      },
      {
        request: `POST ${PROJECT} merge_requests`,
        status: 502,
        body: Buffer.from('<html>Bad gateway</html>'),
        sentence: `of ${PROJECT} (502). Try again later; if it stays, see whether 127.0.0.1`,
      },
    ])(
      'says it of $status to $request, with the remedy',
      async ({ sentence, ...refusal }) => {
        gitLab.refuse(refusal);
        const count = gitLab.mergeRequests.length;
        const { status, log } = await portal.create(
          hosting.template,
          hosting.input,
        );
        expect(status).toBe('failed');
        expect(log).toContain(sentence);
        expect(log).not.toContain(TOKEN);
        expect(gitLab.mergeRequests).toHaveLength(count);
      },
    );

    it('says that the token is wrong, and does not show it', async () => {
      gitLab.expect('glpat-another');
      try {
        const { status, log } = await portal.create(
          hosting.template,
          hosting.input,
        );
        expect(status).toBe('failed');
        expect(log).toContain(
          `did not show the files of ${PROJECT} (401), because the portal's token is wrong or has expired. Whoever runs the portal puts a new one into the portal's settings, integrations for ${gitLab.host}`,
        );
        expect(log).not.toContain(TOKEN);
      } finally {
        gitLab.expect(TOKEN);
      }
    });
  });
});
