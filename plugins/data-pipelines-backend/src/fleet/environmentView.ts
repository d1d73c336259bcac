import {
  EnvironmentView,
  HealthReport,
  verdictOf,
  VerdictPart,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { jobPart } from './jobPart';
import { kafkaParts, otherParts } from './kafkaParts';
import { Place } from './Place';
import { NOT_WATCHED, topicPart } from './topicPart';
import { withReplay } from './withReplay';
import { withStarts } from './withStarts';

/** What one environment of a pipeline looks like now. Asks no cluster. */
export function environmentView(place: Place): EnvironmentView {
  const { environment, pipeline } = place;
  const topics = pipeline.topics.map(topic => topicPart(place, topic));
  const jobs = pipeline.jobs.map(job =>
    withStarts(place, withReplay(place, jobPart(place, job), topics)),
  );
  const kafka = kafkaParts(place, topics);
  const others = otherParts(place);
  const parts: VerdictPart[] = [
    ...kafka.map(one => ({
      entityRef: one.entityRef ?? kafkaId(one.id),
      name: `Kafka ${one.name}`,
      report: one.report,
      upstream: [],
    })),
    ...topics.map(({ kafka: on, upstream, ...topic }) => ({
      ...topic,
      upstream: on ? [...upstream, kafkaId(on)] : upstream,
    })),
    ...others.map(({ name, object, report }) => ({
      entityRef: `${object.kind}/${object.namespace}/${name}`,
      name: `${object.kind} ${name}`,
      report,
      upstream: [],
    })),
    ...jobs,
  ];
  return {
    environment,
    jobs,
    topics,
    kafka,
    others,
    verdict: verdictOf(
      parts.filter(({ report }) => report.reason !== NOT_WATCHED.reason),
    ),
    changedAt: latestSince(parts.map(({ report }) => report)),
  };
}

/** In a verdict a cluster without an entity is named by its object. */
function kafkaId(id: string): string {
  return `Kafka/${id}`;
}

function latestSince(reports: readonly HealthReport[]): string | undefined {
  return reports
    .flatMap(({ since }) => since ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
