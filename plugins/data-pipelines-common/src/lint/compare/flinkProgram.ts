import { Finding, info, warning } from './change';
import { equal } from './equal';
import { FlinkSpec } from './flinkSpec';

/**
 * What another program means for the state that it takes up. Flink finds the
 * state of an operator by its uid, and makes one up from the job graph where
 * the program sets none (Flink, Savepoints: Assigning Operator IDs); for SQL
 * the graph comes from its planner, which promises no compatibility.
 */
export function programFindings(
  before: FlinkSpec,
  after: FlinkSpec,
): Finding[] {
  if (sqlOf(before) !== sqlOf(after)) return [otherSql()];
  return [...otherPlanner(before, after), ...otherCode(before, after)];
}

function otherSql(): Finding {
  return warning(
    'spec.podTemplate',
    'the SQL script is another one: Flink plans it anew, and what is planned otherwise does not start from the state',
    'Try it on a copy of the job, started from a savepoint of this one.',
  );
}

function otherPlanner(before: FlinkSpec, after: FlinkSpec): Finding[] {
  const [from, to] = [before.flinkVersion, after.flinkVersion];
  return sqlOf(after) === undefined || from === to
    ? []
    : [
        warning(
          'spec.flinkVersion',
          `the SQL script is planned by ${to} in place of ${from}, perhaps otherwise, and does not start from the state then`,
          'Try it on a copy of the job, started from a savepoint of this one.',
        ),
      ];
}

function otherCode(before: FlinkSpec, after: FlinkSpec): Finding[] {
  const [was, now] = [codeOf(before), codeOf(after)];
  const changed = Object.entries(now).find(
    ([path, value]) => !equal(value, was[path]),
  );
  return changed && sqlOf(after) === undefined
    ? [
        info(
          changed[0],
          'the program may be another one: an operator finds its state by its uid, and without one by its place in the job graph',
          'Give each operator with state a uid before its place changes.',
        ),
      ]
    : [];
}

function codeOf({ image, job }: FlinkSpec): Record<string, unknown> {
  return {
    'spec.image': image,
    'spec.job.jarURI': job?.jarURI,
    'spec.job.entryClass': job?.entryClass,
  };
}

/** The ConfigMap of the script, whose name our chart makes from its text. */
function sqlOf({ podTemplate }: FlinkSpec): string | undefined {
  return podTemplate?.spec?.volumes?.find(({ name }) => name === 'sql')
    ?.configMap?.name;
}
