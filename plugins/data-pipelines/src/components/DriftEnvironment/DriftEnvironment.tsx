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
  return (
    <Card>
      <CardHeader>
        <Flex direction="column" gap="1">
          <Text as="h3" weight="bold">
            {`Live objects in ${name}`}
          </Text>
          <Text color="secondary">
            {`Release ${release} in namespace ${namespace} of cluster ${cluster}`}
            {checkedAt && (
              <>
                , asked <RelativeTime at={checkedAt} />
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
            title={`${name} cannot be compared with Git`}
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
  if (drift.objects.length === 0) {
    return <Text>Git renders no object for {name}.</Text>;
  }
  return (
    <Flex direction="column" gap="4">
      {drifted.length > 0 ? (
        <>
          <DriftTable
            label={`Objects in ${name} not as in Git`}
            objects={drifted}
          />
          <WhatToDo drift={drift} />
        </>
      ) : (
        <Text>Every object that could be compared is as Git says.</Text>
      )}
      {others.length > 0 && (
        <Accordion>
          <AccordionTrigger title={countOf(others.length)} />
          <AccordionPanel>
            <DriftTable
              label={`All other objects in ${name}`}
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
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" weight="bold">
        To make the cluster as Git says
      </Text>
      {restoring.length > 0 && (
        <DriftChanges
          label={`What that does in ${environment.name}`}
          changes={restoring}
        />
      )}
      {restore && <DriftCommand command={restore} />}
      <Text color="secondary">
        {`To keep what is live, write it to values-${environment.name}.yaml and commit that.`}
      </Text>
    </Flex>
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 other object' : `${count} other objects`;
}
