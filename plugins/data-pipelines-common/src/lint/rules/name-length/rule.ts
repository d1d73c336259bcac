import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** The longest name whose operator still can make what it makes from it. */
const LONGEST: Readonly<Record<string, number>> = {
  FlinkDeployment: 45,
  SparkConnect: 56,
  CronJob: 52,
  StatefulSet: 52,
  SparkApplication: 63,
  Job: 63,
  Service: 63,
};

export const rule: LintRule = {
  id: 'name-length',
  summary: 'A name leaves room for what is made from it.',
  why: 'The object is accepted; the pods, services and labels that are made from its name are refused later, and only a log tells.',
  check: pipeline =>
    pipeline.objects.flatMap(object => {
      const { length } = object.metadata.name;
      const longest = LONGEST[object.kind] ?? 253;
      return length <= longest
        ? []
        : violation(object, {
            path: 'metadata.name',
            problem: `a name of ${length} characters, where a ${object.kind} may have ${longest}`,
            remedy: 'Shorten the name of the pipeline or of the job.',
            value: 'values.global.pipeline.name',
          });
    }),
};
