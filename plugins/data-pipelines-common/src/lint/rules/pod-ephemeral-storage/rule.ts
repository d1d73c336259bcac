import { isTest } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'pod-ephemeral-storage',
  summary: 'A scratch volume has a limit.',
  why: 'Spilled shuffles, RocksDB and logs fill the disk of the node; then the kubelet evicts whichever pods it likes.',
  check: pipeline =>
    pipeline.pods
      .filter(({ object }) => !isTest(object))
      .flatMap(({ object, path, spec }) =>
        (spec.volumes ?? [])
          .filter(({ emptyDir }) => emptyDir && !emptyDir.sizeLimit)
          .flatMap(({ name = '' }) =>
            violation(object, {
              path: `${path}.volumes.${name}.emptyDir`,
              problem: `the volume "${name}" may fill the disk of the node`,
              remedy: 'Set emptyDir.sizeLimit.',
            }),
          ),
      ),
};
