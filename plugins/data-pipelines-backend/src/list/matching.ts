import {
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { keptWith } from './keptWith';

/** Everybody who searches looks at all of them, and they seldom change. */
const toldOf = keptWith(({ name, title = '', verdict }: PipelineSummary) =>
  `${name}\n${title}\n${verdict.message}`.toLocaleLowerCase('en'),
);

type Test = (pipeline: PipelineSummary) => boolean;

/**
 * Whether a pipeline is asked for: any value of one filter, all filters
 * together. Cluster and environment are those of the same environment.
 */
export function matching(query: PipelineQuery): Test {
  const tests = testsOf(query);
  return pipeline => tests.every(test => test(pipeline));
}

/** Only of filters that are set: a thousand pipelines are looked at. */
function testsOf(query: PipelineQuery): Test[] {
  const { ref, owner, health, engine, cluster, environment, text } = query;
  const tests: Test[] = [];
  if (ref?.length) tests.push(one => ref.includes(one.entityRef));
  if (owner?.length) tests.push(one => owner.includes(one.owner ?? ''));
  if (health?.length) tests.push(one => health.includes(one.verdict.health));
  if (engine?.length) {
    tests.push(({ engines }) => engines.some(is => engine.includes(is)));
  }
  if (cluster?.length || environment?.length) {
    tests.push(({ environments }) =>
      environments.some(
        ({ environment: is }) =>
          among(cluster, is.cluster) && among(environment, is.name),
      ),
    );
  }
  if (text) {
    // Every word of the text is in the name, the title or the sentence.
    const words = text.toLocaleLowerCase('en').split(/\s+/);
    tests.push(one => words.every(word => toldOf(one).includes(word)));
  }
  return tests;
}

/** No values: any will do. */
function among(wanted: readonly string[] | undefined, value: string) {
  return !wanted?.length || wanted.includes(value);
}
