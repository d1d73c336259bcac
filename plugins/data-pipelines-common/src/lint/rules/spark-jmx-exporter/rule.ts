import { sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-jmx-exporter',
  summary:
    'Metrics come from Spark itself, not from a jar that the image may lack.',
  why: 'The operator makes the exporter an agent of the JVM: where the image has no such file, no driver and no executor starts.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run =>
      run.jmxExporterJar
        ? violation(run.object, {
            path: run.schedule
              ? 'spec.template.monitoring.prometheus.jmxExporterJar'
              : 'spec.monitoring.prometheus.jmxExporterJar',
            problem: `every JVM of ${run.name} loads ${run.jmxExporterJar}, and does not start where the image has no such file`,
            remedy:
              'Take monitoring out of override and set global.monitoring.enabled to true, or accept it where the image has the jar.',
            value: sparkValue(run, 'override'),
          })
        : [],
    ),
};
