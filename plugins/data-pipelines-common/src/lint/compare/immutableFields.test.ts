import { lines, objects } from './__testUtils__/objects';

const changed = (text: string, from: string, to: string) =>
  lines(objects(text), objects(text.replace(from, to)));

describe('immutableFields', () => {
  const job = `
apiVersion: batch/v1
kind: Job
metadata: { name: submit }
spec: { backoffLimit: 1, template: { spec: { containers: [{ image: a }] } } }
`;

  it('refuses other pods of a Job', () => {
    expect(changed(job, 'image: a', 'image: b')).toEqual([
      'refused Job/submit spec.template: Kubernetes does not let spec.template of a Job change; Give the new run a name of its own, or delete the Job first.',
    ]);
    expect(changed(job, 'backoffLimit: 1', 'backoffLimit: 2')).toEqual([]);
  });

  it('lets a hook change that Helm deletes first', () => {
    const hook = job.replace(
      'name: submit',
      'name: submit, annotations: { helm.sh/hook: post-install, helm.sh/hook-delete-policy: before-hook-creation }',
    );
    expect(changed(hook, 'image: a', 'image: b')).toEqual([]);
  });

  it('refuses another role in a binding', () => {
    const binding = `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: job }
roleRef: { kind: Role, name: one }
`;
    expect(changed(binding, 'name: one', 'name: two')).toEqual([
      'refused RoleBinding/job roleRef: Kubernetes does not let roleRef of a RoleBinding change; Give the new binding a name of its own, or delete this one first.',
    ]);
  });

  it('refuses another selector of a Deployment', () => {
    const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: history }
spec: { selector: { matchLabels: { app: one } } }
`;
    expect(changed(deployment, 'app: one', 'app: two')).toEqual([
      'refused Deployment/history spec.selector: Kubernetes does not let spec.selector of a Deployment change; Keep it, or delete the object first; its pods stop meanwhile.',
    ]);
  });

  it('refuses a Service that becomes headless', () => {
    const service = `
apiVersion: v1
kind: Service
metadata: { name: nodes }
spec: { clusterIP: None }
`;
    expect(changed(service, 'clusterIP: None', '')).toEqual([
      'refused Service/nodes spec.clusterIP: Kubernetes does not let spec.clusterIP of a Service change; Keep it, or delete the Service first; clients lose it until it is back.',
    ]);
  });
});
