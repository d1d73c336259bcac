import { environmentProblem, isAddressable } from './names';

const good = {
  name: 'dev',
  cluster: 'east',
  namespace: 'data',
  release: 'orders',
};

describe('environmentProblem', () => {
  it('finds nothing wrong with ordinary names', () => {
    expect(environmentProblem(good)).toBeUndefined();
  });

  it.each([
    [{ release: '--post-renderer=evil' }, /Helm release/],
    [{ release: 'a'.repeat(54) }, /Helm release/],
    [{ namespace: '--kubeconfig=x' }, /namespace/],
    [{ namespace: '..' }, /namespace/],
    [{ name: '../secrets' }, /environment/],
    [{ name: 'Dev' }, /environment/],
  ])('refuses %j, with the remedy', (change, sentence) => {
    const problem = environmentProblem({ ...good, ...change });
    expect(problem).toMatch(sentence);
    expect(problem).toContain('; use ');
  });
});

describe('isAddressable', () => {
  it.each([
    { apiVersion: 'v1', namespace: 'data', name: 'orders' },
    { apiVersion: 'kafka.strimzi.io/v1beta2', name: 'web.clicks-v1' },
    { apiVersion: 'rbac.authorization.k8s.io/v1', name: 'orders:reader' },
  ])('takes %j', object => {
    expect(isAddressable(object)).toBe(true);
  });

  it.each([
    { apiVersion: '../../api/v1', name: 'orders' },
    { apiVersion: 'v1/../v1', name: 'orders' },
    { apiVersion: 'v1', namespace: '../kube-system', name: 'orders' },
    { apiVersion: 'v1', namespace: 'data', name: '../../secrets/token' },
    { apiVersion: 'v1', namespace: 'data', name: 'a?watch=true' },
    { apiVersion: 'v1', namespace: 'data', name: '..' },
  ])('refuses %j', object => {
    expect(isAddressable(object)).toBe(false);
  });
});
