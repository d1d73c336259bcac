import { checkObjects } from './checkObjects';
import { DefinitionSource } from './definitions';

const source = (complete: boolean): DefinitionSource => ({
  label: 'a test',
  complete,
  definitions: [
    {
      kind: 'CustomResourceDefinition',
      spec: {
        group: 'a.example',
        names: { kind: 'Widget' },
        versions: [
          {
            name: 'v1',
            served: true,
            schema: { openAPIV3Schema: { type: 'object' } },
          },
          { name: 'v1beta1', served: false },
        ],
      },
    },
  ],
});
const object = (apiVersion: string, kind: string) => ({
  apiVersion,
  kind,
  metadata: { name: 'one' },
});
const report = (apiVersion: string, kind: string, complete = false) => {
  const found = checkObjects([object(apiVersion, kind)], [source(complete)]);
  const { checked, notChecked, problems } = found;
  return [
    checked,
    ...notChecked,
    ...problems.map(({ path, problem, remedy }) =>
      [path, problem, remedy].join(': '),
    ),
  ];
};

describe('checkObjects', () => {
  it("leaves Kubernetes' own kinds alone", () => {
    expect(report('apps/v1', 'StatefulSet', true)).toEqual([0]);
    expect(report('networking.k8s.io/v1', 'Ingress', true)).toEqual([0]);
  });

  it("knows an operator's kinds below k8s.io", () => {
    expect(report('sparkoperator.k8s.io/v1beta2', 'SparkApplication')).toEqual([
      0,
      'sparkoperator.k8s.io/SparkApplication',
    ]);
  });

  it('checks what it has a definition of', () => {
    expect(report('a.example/v1', 'Widget')).toEqual([1]);
  });

  it('says what it could not check', () => {
    expect(report('b.example/v1', 'Gadget')).toEqual([0, 'b.example/Gadget']);
  });

  it('knows that a cluster has no other kinds', () => {
    expect(report('b.example/v1', 'Gadget', true)).toEqual([
      1,
      'kind: there is no such kind: install the operator that it belongs to, or another version of it',
    ]);
  });

  it('knows the kinds of a group that it has', () => {
    expect(report('a.example/v1', 'Widgets')).toEqual([
      1,
      'kind: there is no such kind: did you mean "Widget"?',
    ]);
  });

  it('refuses a version that is not served', () => {
    expect(report('a.example/v1beta1', 'Widget')).toEqual([
      1,
      'apiVersion: the version v1beta1 is not served: use v1, or another version of the operator',
    ]);
  });
});
