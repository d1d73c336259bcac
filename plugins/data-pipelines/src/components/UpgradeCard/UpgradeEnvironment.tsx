import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Flex,
  Text,
} from '@backstage/ui';
import {
  EnvironmentUpgrade,
  JobChange,
  ObjectDiff,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { DriftChanges } from '../DriftChanges';
import { DriftDiff } from '../DriftDiff';
import styles from './UpgradeCard.module.css';

/** What newer charts change in one environment: jobs first, then every object. */
export function UpgradeEnvironment(props: { upgrade: EnvironmentUpgrade }) {
  const { name, jobs, changes, objects, problem } = props.upgrade;
  const t = useText();
  // What happens to a job stands at the job.
  const others = changes.filter(({ effect }) => effect === undefined);
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" weight="bold">
        {t('upgrade.inEnvironment', { environment: name })}
      </Text>
      {problem && (
        <Alert
          status="warning"
          icon
          title={t('upgrade.unknown')}
          description={<span className={styles.lines}>{problem}</span>}
        />
      )}
      {jobs.length > 0 && (
        <ul
          className={styles.list}
          aria-label={t('upgrade.jobs', { environment: name })}
        >
          {jobs.map(job => (
            <li key={`${job.engine}/${job.job}`}>
              <JobEffect job={job} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <DriftChanges
          label={t('upgrade.changes', { environment: name })}
          changes={others}
        />
      )}
      {!problem && objects.length === 0 && (
        <Text>{t('upgrade.onlyFiles')}</Text>
      )}
      {objects.length > 0 && (
        <AccordionGroup allowsMultiple>
          {objects.map(one => (
            <ObjectChange key={titleOf(one)} one={one} />
          ))}
        </AccordionGroup>
      )}
    </Flex>
  );
}

function JobEffect({ job }: { job: JobChange }) {
  return (
    <>
      <strong>{job.job}</strong>: {job.says}
      {job.remedy && <span className={styles.remedy}>→ {job.remedy}</span>}
    </>
  );
}

function ObjectChange({ one }: { one: ObjectDiff }) {
  const t = useText();
  return (
    <Accordion>
      <AccordionTrigger
        title={titleOf(one)}
        subtitle={t(`upgrade.state.${one.state}`)}
      />
      <AccordionPanel>
        {one.diff ? (
          <DriftDiff label={titleOf(one)} diff={one.diff} cut={one.cut} />
        ) : (
          <Text color="secondary">
            {t(one.cut ? 'upgrade.tooLong' : 'upgrade.secret')}
          </Text>
        )}
      </AccordionPanel>
    </Accordion>
  );
}

function titleOf({ object }: ObjectDiff): string {
  return `${object.kind} ${object.name}`;
}
