import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { Changed } from '../Changed';
import { HealthLabel } from '../HealthLabel';
import { Panel } from '../Panel';
import { RelativeTime } from '../RelativeTime';
import styles from './OpenProblems.module.css';
import { problemsOf } from './problemsOf';

/** What is not healthy here, since when, and what to do about each. */
export function OpenProblems(props: { view: EnvironmentView }) {
  const { view } = props;
  const t = useText();
  const problems = problemsOf(view);
  return (
    <Panel title={t('pipeline.problems')}>
      {problems.length === 0 && (
        <Text color="secondary">
          {t('pipeline.noProblems', { environment: view.environment.name })}
        </Text>
      )}
      <ul
        className={styles.list}
        data-stale={view.verdict.stale}
        aria-label={t('pipeline.problems')}
      >
        {problems.map(({ id, name, entityRef, report }) => (
          <li key={id} className={styles.problem}>
            <Changed value={report.health}>
              <HealthLabel health={report.health} stale={view.verdict.stale} />
            </Changed>
            <div className={styles.what}>
              {entityRef ? (
                <EntityRefLink
                  entityRef={entityRef}
                  hideIcon
                  underline="always"
                >
                  {name}
                </EntityRefLink>
              ) : (
                <b>{name}</b>
              )}
              {': '}
              {report.message}
              {report.since && (
                <Text color="secondary">
                  {' '}
                  {t('common.state.since')} <RelativeTime at={report.since} />
                </Text>
              )}
              {report.nextStep && <div>→ {report.nextStep}</div>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
