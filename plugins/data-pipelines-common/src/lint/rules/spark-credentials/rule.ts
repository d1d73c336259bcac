import { propertyViolation, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const SECRET =
  /access\.key|secret\.key|account\.key|session\.token|client\.secret|password|sasl\.jaas\.config|oauthtoken$|\.secret$/i;

export const rule: LintRule = {
  id: 'spark-credentials',
  summary: "Spark's properties hold no keys and no passwords.",
  why: "They are in Git, in the resource, in the event log and on Spark's own pages, where everyone who may look at a run reads them.",
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run =>
      [...run.properties]
        .filter(([key, value]) => SECRET.test(key) && !/^(\$\{|\/)/.test(value))
        .flatMap(([property]) =>
          propertyViolation(run, {
            property,
            problem: `${property} holds a secret in plain text`,
            // eslint-disable-next-line no-template-curly-in-string
            remedy:
              'Remove it and name a Secret in global.storage.credentials.secret, or in env and as ${env.NAME}; change the secret, for it has been seen.',
            field: 'sparkConf',
          }),
        ),
    ),
};
