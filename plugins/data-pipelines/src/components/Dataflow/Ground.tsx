import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import {
  EnvironmentView,
  KafkaClusterView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RiServerLine } from '@remixicon/react';
import { useText } from '../../translations';
import { HealthLabel } from '../HealthLabel';
import { PartMenu } from '../PartActions';
import styles from './Dataflow.module.css';

/** The Kafka clusters that the topics stand on: in full where one is not well. */
export function Ground(props: { view: EnvironmentView }) {
  const { kafka, topics, verdict } = props.view;
  return (
    <>
      {kafka.map(cluster => (
        <Cluster
          key={cluster.id}
          cluster={cluster}
          topics={topics.filter(topic => topic.kafka === cluster.id).length}
          stale={verdict.stale}
        />
      ))}
    </>
  );
}

function Cluster(props: {
  cluster: KafkaClusterView;
  topics: number;
  stale?: boolean;
}) {
  const { cluster, topics, stale } = props;
  const { report, name, entityRef, object, version, brokers } = cluster;
  const t = useText();
  const facts = [
    ...(version ? [version] : []),
    ...(brokers
      ? [
          t('dataflow.brokers', {
            ready: String(brokers.ready),
            wanted: String(brokers.wanted),
          }),
        ]
      : []),
  ].join(' · ');
  return (
    <div className={styles.ground} data-health={report.health}>
      <span className={styles.groundName}>
        <RiServerLine size={16} aria-hidden="true" className={styles.icon} />
        {t('dataflow.kafka')}{' '}
        {entityRef ? (
          <EntityRefLink entityRef={entityRef} hideIcon>
            {name}
          </EntityRefLink>
        ) : (
          name
        )}
      </span>
      <HealthLabel health={report.health} stale={stale} />
      <Text color="secondary">
        {[facts, t('dataflow.stand', { count: topics })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <PartMenu object={object} />
      {report.health !== 'Healthy' && (
        <div className={styles.groundWhy}>
          {report.message}
          {report.nextStep && (
            <span className={styles.next}> → {report.nextStep}</span>
          )}
        </div>
      )}
    </div>
  );
}
