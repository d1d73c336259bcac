import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_TOPIC,
  KafkaTopicList,
  TYPE_KAFKA_TOPIC,
  PipelineAnswers,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useEffect, useState } from 'react';
import { useAnswer } from '../../api/useAnswer';
import { counted } from '../../model/words';

/** A topic that somebody has declared already. */
export interface ExistingTopic {
  name: string;
  /** From where it is known. */
  description: string;
}

/** Topics of the catalog, and of the chosen Kafka cluster once there is one. */
export function useExistingTopics({ target, kafka }: PipelineAnswers): {
  topics: ExistingTopic[];
  loading: boolean;
  /** Why there may be more. */
  problem?: string;
} {
  const catalog = useCatalogTopics();
  const cluster = target?.cluster;
  const path =
    cluster && kafka?.cluster && kafka.namespace
      ? `/clusters/${[cluster, 'kafka', kafka.namespace, kafka.cluster]
          .map(encodeURIComponent)
          .join('/')}/topics`
      : undefined;
  const live = useAnswer<KafkaTopicList>(path);
  const topics = new Map(
    (live.data?.items ?? []).map(({ name, partitions, pipeline }) => [
      name,
      [
        `in Kafka ${kafka?.cluster}`,
        ...(partitions ? [counted(partitions, 'partition')] : []),
        ...(pipeline ? [`of pipeline ${pipeline}`] : []),
      ].join(', '),
    ]),
  );
  for (const name of catalog.names) {
    const known = topics.get(name);
    topics.set(name, known ? `${known}, in the catalog` : 'in the catalog');
  }
  return {
    topics: [...topics]
      .map(([name, description]) => ({ name, description }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    loading: live.loading || catalog.loading,
    problem: live.data?.error ?? live.error?.message ?? catalog.problem,
  };
}

function useCatalogTopics() {
  const catalog = useApi(catalogApiRef);
  const [state, setState] = useState<{
    names: string[];
    loading: boolean;
    problem?: string;
  }>({ names: [], loading: true });
  useEffect(() => {
    let gone = false;
    catalog
      .getEntities({
        filter: { kind: 'Resource', 'spec.type': TYPE_KAFKA_TOPIC },
        fields: ['metadata.name', 'metadata.annotations'],
      })
      .then(({ items }) =>
        items.map(
          ({ metadata }) =>
            metadata.annotations?.[ANNOTATION_TOPIC] ?? metadata.name,
        ),
      )
      .then(
        names => !gone && setState({ names, loading: false }),
        ({ message }: Error) =>
          !gone &&
          setState({
            names: [],
            loading: false,
            problem: `The catalog could not be asked: ${message}`,
          }),
      );
    return () => {
      gone = true;
    };
  }, [catalog]);
  return state;
}
