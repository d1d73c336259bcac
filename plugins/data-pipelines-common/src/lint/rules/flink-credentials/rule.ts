import { flinkWorkloads, settingViolation } from '../../kinds/flink';
import { LintRule } from '../../lintRule';

const SECRET =
  /access[.-]key|secret[.-]key|account\.key|password|passwd|client\.secret|sasl\.jaas\.config/i;

export const rule: LintRule = {
  id: 'flink-credentials',
  summary: "Flink's settings hold no keys and no passwords.",
  why: "They are in Git, in the resource and on Flink's own page, where everyone who may look at the job reads them.",
  check: pipeline =>
    flinkWorkloads(pipeline).flatMap(workload =>
      [...workload.settings]
        .filter(([key, value]) => SECRET.test(key) && isLiteral(value))
        .filter(([key]) => workload.session?.settings.get(key) === undefined)
        .flatMap(([key]) =>
          settingViolation(workload, {
            key,
            problem: `${key} holds a secret in plain text`,
            remedy:
              'Remove it and name a Secret in global.storage.credentials.secret or env; change the secret, for it has been seen.',
            field: 'flinkConfiguration',
          }),
        ),
    ),
};

/** Hadoop and Flink put in what `${…}` names; a file's path is no secret. */
function isLiteral(value: string): boolean {
  return !value.startsWith('${') && !value.startsWith('/');
}
