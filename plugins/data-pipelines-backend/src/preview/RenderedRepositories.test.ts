import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { RepositoryLocation } from '../drift/RepositoryReader';
import { RenderedRepositories } from './RenderedRepositories';

const AT: RepositoryLocation = { type: 'url', target: 'https://git/orders/' };

function repositories() {
  const git = { revision: '1', fails: false };
  const read = jest.fn(async (_: RepositoryLocation, known?: string) => {
    if (git.fails) throw new Error('no answer');
    const { revision } = git;
    return revision === known ? undefined : { revision, files: [] };
  });
  const helm = new Helm();
  return {
    git,
    read,
    all: new RenderedRepositories({ reader: { read }, helm }),
  };
}

describe('RenderedRepositories', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('reads once for somebody who types', async () => {
    const { all, read } = repositories();
    const [one, other] = await Promise.all([all.at(AT), all.at(AT)]);
    expect(one).toBe(other);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('keeps what it has where nothing is new, and takes what is', async () => {
    const { all, git, read } = repositories();
    const first = await all.at(AT);
    jest.advanceTimersByTime(20_000);
    expect(await all.at(AT)).toBe(first);
    expect(read).toHaveBeenLastCalledWith(AT, '1');
    git.revision = '2';
    jest.advanceTimersByTime(20_000);
    expect(await all.at(AT)).toMatchObject({ revision: '2' });
  });

  it('says what it cannot read, and asks again', async () => {
    const { all, git } = repositories();
    git.fails = true;
    await expect(all.at(AT)).rejects.toThrow(
      'The repository https://git/orders/ cannot be read: no answer',
    );
    git.fails = false;
    expect(await all.at(AT)).toMatchObject({ revision: '1' });
  });

  it('renders again what could not be rendered', async () => {
    const { before } = await repositories().all.at(AT);
    const problem = 'values.yaml: the file is missing';
    const first = before();
    await expect(first).rejects.toThrow(problem);
    const second = before();
    expect(second).not.toBe(first);
    await expect(second).rejects.toThrow(problem);
  });
});
