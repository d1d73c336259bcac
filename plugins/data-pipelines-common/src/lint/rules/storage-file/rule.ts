import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'storage-file',
  summary: 'State is kept in an object store or HDFS.',
  why: 'A folder of a pod is gone with the pod, and with it every checkpoint and savepoint.',
  check: ({ values }) => {
    const uri = values.global?.storage?.uri ?? '';
    return uri.startsWith('file:')
      ? [
          {
            path: '',
            problem: `state is kept at ${uri}, a folder of each pod`,
            remedy:
              'Set storage.uri to an s3://, gs://, abfss:// or hdfs:// address.',
            value: 'values.global.storage.uri',
          },
        ]
      : [];
  },
};
