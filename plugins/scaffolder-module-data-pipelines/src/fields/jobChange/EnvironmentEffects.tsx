import { Text } from '@backstage/ui';
import {
  EnvironmentEffect,
  JobChange,
  ObjectChange,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Finding } from '../review/Finding';
import findingStyles from '../review/Findings.module.css';
import { Section } from '../review/Section';
import styles from './JobChangeEffect.module.css';
import { itemOf } from './refusals';

const STATES: Record<ObjectChange['state'], string> = {
  added: 'is new',
  changed: 'changes',
  removed: 'goes',
};

/** Jobs first, then what else is worth a look, then every object. */
export function EnvironmentEffects(props: {
  environments: EnvironmentEffect[];
}) {
  const { environments } = props;
  const changing = environments.filter(({ objects }) => objects.length > 0);
  const same = environments
    .filter(({ objects }) => objects.length === 0)
    .map(({ name }) => name);
  return (
    <>
      {changing.map(one => (
        <Section key={one.name} title={`In ${one.name}`}>
          <Effect effect={one} />
        </Section>
      ))}
      {same.length > 0 && (
        <Text>Nothing that runs changes in {same.join(', ')}.</Text>
      )}
    </>
  );
}

function Effect({ effect }: { effect: EnvironmentEffect }) {
  const { name, jobs, changes, objects } = effect;
  // What is refused stands above, and what happens to a job at the job.
  const told = jobs.filter(job => job.effect !== 'refused');
  const others = changes.filter(
    ({ severity, effect: ofJob }) => severity !== 'refused' && !ofJob,
  );
  return (
    <>
      {told.length > 0 && (
        <ul className={styles.jobs} aria-label={`Jobs in ${name}`}>
          {told.map(job => (
            <li key={`${job.engine}/${job.job}`}>
              <Job job={job} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={findingStyles.list}>
          {others.map(change => {
            const item = itemOf(change, name);
            return <Finding key={item.key} item={item} />;
          })}
        </ul>
      )}
      <ul className={styles.objects} aria-label={`Objects in ${name}`}>
        {objects.map(({ object, state }) => (
          <li key={`${object.kind} ${object.namespace} ${object.name}`}>
            {object.kind} {object.name} {STATES[state]}
          </li>
        ))}
      </ul>
    </>
  );
}

function Job({ job: { job, says, remedy } }: { job: JobChange }) {
  return (
    <>
      <strong>{job}</strong>: {says}.
      {remedy && <span className={styles.remedy}>{remedy}</span>}
    </>
  );
}
