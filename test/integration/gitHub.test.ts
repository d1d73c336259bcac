import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { GitHubRepository } from '../../plugins/scaffolder-backend-module-data-pipelines/src/gitHub/GitHubRepository';
import { openPullRequest } from '../../plugins/scaffolder-backend-module-data-pipelines/src/gitHub/openPullRequest';
import { commitTo, hostPipeline, ourBranches } from './hostedPipeline';
import { ScaffolderPortal, startScaffolderPortal } from './scaffolderPortal';
import { SimulatedGitHub, startSimulatedGitHub } from './SimulatedGitHub';
import { git } from './templateCases';
import { startWorld, World } from './world';

const TOKEN = 'ghp_simulatedTokenOfThePortal';
const NEW_IMAGE = 'change-job/new-image';
const OLDER = 'upgrade/older';

/** Real scaffolder, catalog, Helm and Git against a GitHub that is simulated. */
describe('a pipeline on GitHub', () => {
  let world: World;
  let gitHub: SimulatedGitHub;
  let portal: ScaffolderPortal;
  let hosted: string;

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    hosted = path.join(world.home, 'hosted');
    fs.mkdirSync(hosted);
    gitHub = await startSimulatedGitHub({ repositories: hosted, token: TOKEN });
    portal = await startScaffolderPortal(world, {
      config: {
        integrations: {
          github: [
            {
              host: 'github.com',
              apiBaseUrl: gitHub.apiBaseUrl,
              token: TOKEN,
            },
          ],
        },
      },
    });
  }, 180_000);

  afterAll(async () => {
    await portal?.stop();
    await gitHub?.stop();
    await world?.stop();
  });

  afterEach(() => gitHub.refuse(undefined));

  const host = (id: string, name: string) =>
    hostPipeline({
      ...{ world, portal, hosted, id, name },
      url: file => `https://github.com/acme/${name}/blob/main/${file}`,
    });

  describe('a change of a job', () => {
    let hosting: Awaited<ReturnType<typeof host>>;
    let branch: string;
    let task: string;
    const openPullRequests = () =>
      gitHub.pullRequests.filter(
        ({ repository, head, state }) =>
          repository === 'parcels' && head === branch && state === 'open',
      );

    beforeAll(async () => {
      hosting = await host(NEW_IMAGE, 'parcels');
      const { id, status, log } = await change();
      if (status !== 'completed') throw new Error(log);
      task = id;
      [branch] = await ourBranches(hosting.repository);
    });

    const change = () => portal.create(hosting.template, hosting.input);

    it('is a pull request that says what happens to the state', async () => {
      expect(openPullRequests()).toMatchObject([
        { title: 'Change sum in dev', base: 'main' },
      ]);
      const [{ body }] = openPullRequests();
      expect(body).toContain('Made by the portal. What it does');
      expect(body).toMatch(/\nAsked for by user:.+\.$/);
      expect(body).toContain(
        '- dev: job sum: the job restarts from a savepoint that it takes first',
      );
      const events = await (
        await portal.call(`scaffolder/v2/tasks/${task}/events`)
      ).json();
      const { output } = events.at(-1).body;
      expect(output.links).toContainEqual({
        title: 'Pull request',
        url: 'https://github.com/acme/parcels/pull/1',
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

    it('asks GitHub for four writes, however many files there are', () => {
      expect(
        gitHub.writes.map(one => one.replace('/acme/parcels', '')),
      ).toEqual([
        'POST /repos/git/trees',
        'POST /repos/git/commits',
        'POST /repos/git/refs',
        'POST /repos/pulls',
      ]);
    });

    it('is the same pull request and commit after another run or try', async () => {
      const refs = await git(hosting.repository, 'for-each-ref');
      for (const again of [change, () => portal.retry(task)]) {
        const { status, log } = await again();
        if (status !== 'completed') throw new Error(log);
        expect(openPullRequests()).toHaveLength(1);
        expect(await git(hosting.repository, 'for-each-ref')).toBe(refs);
      }
    });

    it('follows its base when it runs again', async () => {
      const { repository } = hosting;
      await commitTo(repository, 'main', 'Meanwhile');
      const { status, log } = await change();
      if (status !== 'completed') throw new Error(log);
      expect(openPullRequests()).toHaveLength(1);
      expect(await git(repository, 'log', '-2', '--format=%s', branch)).toBe(
        'Change sum in dev\nMeanwhile',
      );
    });

    it('is a new pull request where the last one is closed', async () => {
      openPullRequests()[0].state = 'closed';
      const { status, log } = await change();
      if (status !== 'completed') throw new Error(log);
      expect(openPullRequests()).toMatchObject([{ number: 2 }]);
    });

    it('does not overwrite what people committed to its branch', async () => {
      const { repository } = hosting;
      await commitTo(repository, branch, 'By a reviewer');
      const refs = await git(repository, 'for-each-ref');
      const { status, log } = await change();
      expect(status).toBe('failed');
      expect(log).toContain(
        `The branch ${branch} of acme/parcels holds commits that the portal did not make, and they would be lost; merge or delete it, then try again`,
      );
      expect(await git(repository, 'for-each-ref')).toBe(refs);
    });
  });

  it('gets an upgrade as a pull request that keeps what people wrote, and loses what goes', async () => {
    const { template, input, repository } = await host(OLDER, 'archive');
    const { status, log } = await portal.create(template, input);
    if (status !== 'completed') throw new Error(log);
    const [branch] = await ourBranches(repository);
    expect(gitHub.pullRequests.at(-1)).toMatchObject({ head: branch });
    expect(gitHub.pullRequests.at(-1)!.title).toMatch(/^Upgrade to the charts/);
    const read = (file: string) =>
      git(repository, 'show', `${branch}:pipelines/archive/${file}`);
    expect(await read('values.yaml')).toContain('as long as the auditors want');
    expect(await read('README.md')).toContain('## Whom to call');
    const changed = await git(repository, 'diff', '--raw', `main..${branch}`);
    expect(changed).not.toMatch(/\.sh$/m);

    const where = { host: 'github.com', owner: 'acme', repo: 'archive' };
    const { apiBaseUrl } = gitHub;
    await openPullRequest(
      new GitHubRepository({ ...where, apiBaseUrl, token: TOKEN }),
      {
        base: 'main',
        branch: 'headworks/without',
        folder: 'pipelines/archive',
        title: 'Without',
        body: '',
        commitMessage: 'Without',
        written: [],
        removed: ['pipelines/archive/run.sh'],
      },
    );
    expect(
      await git(repository, 'diff', '--name-status', 'main..headworks/without'),
    ).toBe('D\tpipelines/archive/run.sh');
  });

  describe('of which GitHub refuses something', () => {
    let hosting: Awaited<ReturnType<typeof host>>;

    beforeAll(async () => {
      hosting = await host(NEW_IMAGE, 'refused');
    });

    const limited = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${Date.UTC(2030, 0, 1, 12) / 1000}`,
    };

    it.each([
      {
        request: 'GET /repos/acme/refused/commits',
        status: 403,
        says: 'API rate limit exceeded',
        headers: limited,
        sentence:
          'github.com did not show the files of acme/refused (403), because the portal asked it too much. Try again later; if it happens often, ',
      },
      {
        request: 'GET /repos/acme/refused/commits',
        status: 404,
        says: 'Not Found',
        sentence:
          'github.com did not show the files of acme/refused (404), because the repository or its branch is gone, or hidden from the portal’s token',
      },
      {
        request: 'POST /repos/acme/refused/git/trees',
        status: 403,
        says: 'API rate limit exceeded for user ID 1.',
        headers: limited,
        sentence:
          'github.com did not take the changed files of acme/refused (403: API rate limit exceeded for user ID 1), because the portal asked it too much. Try again after 2030-01-01 12:00 UTC; ',
      },
      {
        request: 'POST /repos/acme/refused/git/refs',
        status: 403,
        says: 'You have exceeded a secondary rate limit.',
        headers: { 'retry-after': '60' },
        sentence: 'because the portal asked it too much. Try again after 20',
      },
      {
        request: 'POST /repos/acme/refused/git/trees',
        status: 403,
        says: 'Resource not accessible by personal access token',
        sentence:
          'take the changed files of acme/refused (403: Resource not accessible by personal access token), because the portal’s token may not. Whoever runs the portal gives the token',
      },
      {
        request: 'POST /repos/acme/refused/git/refs',
        status: 422,
        says: 'Reference already exists',
        sentence:
          /did not push the branch headworks\/change-sum-dev-\w+ of acme\/refused \(422: Reference already exists\)\. Look at the branches and open pull requests/,
      },
      {
        request: 'POST /repos/acme/refused/pulls',
        status: 422,
        says: 'Validation Failed',
        errors: [{ message: 'A pull request already exists for acme:x.' }],
        sentence:
          /open a pull request from the branch \S+ of acme\/refused \(422: A pull request already exists for acme:x\)\. Look at the branches/,
      },
    ])(
      'says it of $status $says to $request, with the remedy',
      async ({ request, status, says, headers, errors, sentence }) => {
        const body = { message: says, errors };
        gitHub.refuse({ request, status, body, headers });
        const count = gitHub.pullRequests.length;
        const result = await portal.create(hosting.template, hosting.input);
        expect(result.status).toBe('failed');
        expect(result.log.replace(/'/g, '’')).toMatch(
          typeof sentence === 'string' ? escaped(sentence) : sentence,
        );
        expect(result.log).not.toContain(TOKEN);
        expect(gitHub.pullRequests).toHaveLength(count);
      },
    );

    it('says that the token is wrong, and does not show it', async () => {
      gitHub.expect('ghp_another');
      try {
        const { status, log } = await portal.create(
          hosting.template,
          hosting.input,
        );
        expect(status).toBe('failed');
        expect(log).toContain(
          "github.com did not show the files of acme/refused (401), because the portal's token is wrong or has expired. Whoever runs the portal puts a new one into the portal's settings, integrations for github.com",
        );
        expect(log).not.toContain(TOKEN);
      } finally {
        gitHub.expect(TOKEN);
      }
    });
  });
});

const escaped = (text: string) =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
