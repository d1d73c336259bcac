import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { EnvironmentDrift } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { DriftChanges } from '../DriftChanges';
import { DriftCommand } from '../DriftCommand';
import { DriftTable } from '../DriftTable';
import { RelativeTime } from '../RelativeTime';
import styles from './DriftEnvironment.module.css';
import { sortedByState } from './sortedByState';

/** What is in the cluster of one environment, beside what Git says. */
export function DriftEnvironment(props: { drift: EnvironmentDrift }) {
  const { environment, problem, checkedAt } = props.drift;
  const { name, cluster, namespace, release } = environment;
  const t = useText();
  return (
    <Card>
      <CardHeader>
        <Flex direction="column" gap="1">
          <Text as="h3" weight="bold">
            {t('drift.live', { environment: name })}
          </Text>
          <Text color="secondary">
            {t('drift.place', { release, namespace, cluster })}
            {checkedAt && (
              <>
                , {t('drift.asked')} <RelativeTime at={checkedAt} />
              </>
            )}
          </Text>
        </Flex>
      </CardHeader>
      <CardBody>
        {problem ? (
          <Alert
            status="warning"
            icon
            title={t('drift.notCompared', { environments: name })}
            description={<span className={styles.lines}>{problem}</span>}
          />
        ) : (
          <Objects drift={props.drift} />
        )}
      </CardBody>
    </Card>
  );
}

function Objects({ drift }: { drift: EnvironmentDrift }) {
  const { name } = drift.environment;
  const { drifted, others } = sortedByState(drift.objects);
  const t = useText();
  if (drift.objects.length === 0) {
    return <Text>{t('drift.noObjects', { environment: name })}</Text>;
  }
  return (
    <Flex direction="column" gap="4">
      {drifted.length > 0 ? (
        <>
          <DriftTable
            label={t('drift.drifted', { environment: name })}
            objects={drifted}
          />
          <WhatToDo drift={drift} />
        </>
      ) : (
        <Text>{t('drift.noneDrifted')}</Text>
      )}
      {others.length > 0 && (
        <Accordion>
          <AccordionTrigger
            title={t('drift.others', { count: others.length })}
          />
          <AccordionPanel>
            <DriftTable
              label={t('drift.othersTable', { environment: name })}
              objects={others}
            />
          </AccordionPanel>
        </Accordion>
      )}
    </Flex>
  );
}

function WhatToDo({ drift }: { drift: EnvironmentDrift }) {
  const { environment, restore, restoring = [] } = drift;
  const t = useText();
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" weight="bold">
        {t('drift.restore')}
      </Text>
      {restoring.length > 0 && (
        <DriftChanges
          label={t('drift.restoring', { environment: environment.name })}
          changes={restoring}
        />
      )}
      {restore && <DriftCommand command={restore} />}
      <Text color="secondary">
        {t('drift.keep', { environment: environment.name })}
      </Text>
    </Flex>
  );
}
