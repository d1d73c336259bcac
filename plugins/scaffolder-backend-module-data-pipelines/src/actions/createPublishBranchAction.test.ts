import fs from 'node:fs/promises';
import path from 'node:path';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { git } from '../git/git';
import {
  LocalPipeline,
  makeLocalPipeline,
  pipelineAt,
} from '../__testUtils__/LocalPipeline';
import { createPublishBranchAction } from './createPublishBranchAction';

const BRANCH = 'headworks/topic-totals';

describe('data-pipelines:publish:branch', () => {
  let local: LocalPipeline;
  let workspacePath: string;

  const change = (values: string) =>
    fs.writeFile(path.join(workspacePath, 'values.yaml'), values);

  beforeEach(async () => {
    local = await makeLocalPipeline([
      pipelineAt(
        'hosted',
        'url:https://bitbucket.org/acme/hosted/src/main/c.yaml',
      ),
    ]);
    workspacePath = path.join(local.home, 'workspace');
    await fs.mkdir(workspacePath);
    await change('kafka: { topics: { totals: {} } }\n');
  });

  afterEach(() => local.remove());

  async function publish(entityRef = 'component:default/orders') {
    const action = createPublishBranchAction({
      repositories: local.repositories,
    });
    const output: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext({
        input: { entityRef, branch: BRANCH, title: 'Add totals' },
        workspacePath,
      }),
      output(name, value) {
        output[name] = value;
      },
    });
    return output;
  }
  const inRepository = (...args: string[]) => git(local.repository, ...args);

  it('commits the workspace to a branch, and leaves the others alone', async () => {
    const main = await inRepository('rev-parse', 'main');
    const { branch, commit } = await publish();
    expect(branch).toBe(BRANCH);
    expect(await inRepository('rev-parse', BRANCH)).toBe(commit);
    expect(await inRepository('show', `${BRANCH}:values.yaml`)).toContain(
      'totals',
    );
    // What the workspace no longer has is gone.
    expect(await inRepository('ls-tree', '--name-only', BRANCH)).toBe(
      'values.yaml',
    );
    expect(await inRepository('rev-parse', 'main')).toBe(main);
    expect(await inRepository('status', '--porcelain')).toBe('');
  });

  it('takes the branch that an earlier try pushed', async () => {
    const first = await publish();
    expect(await publish()).toEqual(first);
  });

  it('pushes nothing where nothing differs', async () => {
    await git(local.home, 'clone', '--quiet', local.repository, 'workspace2');
    workspacePath = path.join(local.home, 'workspace2');
    expect(await publish()).toEqual({});
    expect(await inRepository('branch', '--list', 'headworks/*')).toBe('');
  });

  it('refuses a branch that has other content', async () => {
    const { commit } = await publish();
    await change('kafka: { topics: { others: {} } }\n');
    await expect(publish()).rejects.toThrow(
      `The branch ${BRANCH} is there already with other content; merge or delete it, then try again`,
    );
    expect(await inRepository('rev-parse', BRANCH)).toBe(commit);
  });

  it('says so when the repository refuses the push, and nothing is left', async () => {
    const hook = path.join(local.repository, '.git/hooks/pre-receive');
    await fs.mkdir(path.dirname(hook), { recursive: true });
    await fs.writeFile(
      hook,
      '#!/bin/sh\necho "branches are closed"\nexit 1\n',
      {
        mode: 0o755,
      },
    );
    await expect(publish()).rejects.toThrow(
      /did not take the branch headworks\/topic-totals; nothing was changed there\. git push refused:[^]*branches are closed/,
    );
    expect(await inRepository('branch', '--list', 'headworks/*')).toBe('');
  });

  it('refuses a repository on a host', async () => {
    await expect(publish('component:default/hosted')).rejects.toThrow(
      'Pipeline: its repository is on a host of kind bitbucketCloud, where this template opens no pull or merge requests',
    );
  });
});
