import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  Environment,
  HealthReport,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { useText } from '../../translations';
import { Changed } from '../Changed';
import { HealthLabel } from '../HealthLabel';
import styles from './EnvironmentTabs.module.css';

/** One of a page's environments, and how it is. */
export interface EnvironmentChoice {
  environment: Environment;
  report: Pick<HealthReport, 'health'> & { stale?: boolean };
}

/** Switches between the environments; each says how it is. */
export function EnvironmentTabs(props: {
  choices: EnvironmentChoice[];
  chosen: string;
  onChoose: (name: string) => void;
  children: ReactNode;
}) {
  const { choices, chosen, onChoose, children } = props;
  const t = useText();
  if (choices.length < 2) return <>{children}</>;
  return (
    <Tabs selectedKey={chosen} onSelectionChange={key => onChoose(String(key))}>
      <div className={styles.scroll}>
        <TabList aria-label={t('pipeline.environment')}>
          {choices.map(({ environment: { name }, report }) => (
            <Tab key={name} id={name}>
              <span className={styles.choice}>
                {name}{' '}
                <Changed value={report.health}>
                  <HealthLabel health={report.health} stale={report.stale} />
                </Changed>
              </span>
            </Tab>
          ))}
        </TabList>
      </div>
      {choices.map(({ environment: { name } }) => (
        <TabPanel key={name} id={name} className={styles.panel}>
          {name === chosen && children}
        </TabPanel>
      ))}
    </Tabs>
  );
}
