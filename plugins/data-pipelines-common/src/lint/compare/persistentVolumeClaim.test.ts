import { lines, objects, said } from './__testUtils__/objects';

const CLAIM = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: scratch }
`;
const of = (size: string, more = '') =>
  `{ resources: { requests: { storage: ${size} } }${more} }`;

describe('persistentVolumeClaim', () => {
  it('refuses to shrink', () => {
    expect(said(CLAIM, of('10Gi'), of('9G'))).toEqual([
      'refused PersistentVolumeClaim/scratch spec.resources.requests.storage: 10Gi cannot become 9G: volumes do not shrink; Keep 10Gi.',
    ]);
  });

  it('grows', () => {
    expect(said(CLAIM, of('10Gi'), of('20Gi'))).toEqual([
      'info PersistentVolumeClaim/scratch spec.resources.requests.storage: the volume grows from 10Gi to 20Gi; Check that its storage class has allowVolumeExpansion.',
    ]);
  });

  it('refuses anything else', () => {
    expect(
      said(CLAIM, of('1Gi'), of('1Gi', ', storageClassName: fast')),
    ).toEqual([
      'refused PersistentVolumeClaim/scratch spec: Kubernetes lets only the size of a claim grow; Make a second claim with another name, copy the data, then use that.',
    ]);
  });

  it('says what is lost with it', () => {
    expect(lines(objects(CLAIM), [])).toEqual([
      'warning PersistentVolumeClaim/scratch : the volume is deleted with all that is on it, unless its storage class retains it; To keep it, set the annotation helm.sh/resource-policy: keep and apply that first.',
    ]);
  });
});
