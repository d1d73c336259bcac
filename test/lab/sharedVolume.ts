/** A folder of this machine as the claim that the job's pods share. */
export function sharedVolume(folder: string, namespace: string): object[] {
  const common = {
    accessModes: ['ReadWriteMany'],
    storageClassName: 'shared',
  };
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'state' },
      spec: {
        ...common,
        capacity: { storage: '1Gi' },
        hostPath: { path: folder },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'state', namespace },
      spec: { ...common, resources: { requests: { storage: '1Gi' } } },
    },
  ];
}
