import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import {
  Health,
  PodView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader2Fill,
} from '@remixicon/react';
import { Link } from 'react-router-dom';
import { useKubernetesTab } from '../../hooks/useKubernetesTab';
import { useText } from '../../translations';
import { Changed } from '../Changed';
import { Nothing, Panel } from '../Panel';
import { RelativeTime } from '../RelativeTime';
import styles from './JobPage.module.css';

/** The pods of a job; those with a problem first. */
export function PodsPanel(props: { pods: PodView[]; health: Health }) {
  const { health } = props;
  const t = useText();
  const kubernetes = useKubernetesTab();
  const pods = [...props.pods].sort((a, b) => rank(a) - rank(b));
  if (pods.length === 0) {
    return (
      <Panel title={t('job.pods')}>
        <Nothing title={t('job.noPods')}>
          {t(`job.noPodsHint.${health}`)}
        </Nothing>
      </Panel>
    );
  }
  return (
    <Panel title={t('job.pods')}>
      <div className={styles.scroll}>
        <TableRoot aria-label={t('job.pods')} className={styles.table}>
          <TableHeader>
            <Column isRowHeader className={styles.wide}>
              {t('job.podColumn.pod')}
            </Column>
            <Column>{t('job.podColumn.role')}</Column>
            <Column className={styles.wide}>{t('job.podColumn.state')}</Column>
            <Column>{t('job.podColumn.restarts')}</Column>
            <Column>{t('job.podColumn.age')}</Column>
            {kubernetes && <Column>{t('job.podColumn.logs')}</Column>}
          </TableHeader>
          <TableBody>
            {pods.map(pod => (
              <Row key={pod.name} id={pod.name}>
                <Cell>
                  <code className={styles.mono}>{pod.name}</code>
                </Cell>
                <Cell>{pod.role}</Cell>
                <Cell>
                  <PodState pod={pod} />
                </Cell>
                <Cell>{pod.restarts}</Cell>
                <Cell>
                  {pod.startedAt && <RelativeTime at={pod.startedAt} />}
                </Cell>
                {kubernetes && (
                  <Cell>
                    <Link
                      to={kubernetes}
                      relative="path"
                      className={styles.link}
                      aria-label={t('job.podLogsOf', { pod: pod.name })}
                    >
                      {t('job.podLogs')}
                    </Link>
                  </Cell>
                )}
              </Row>
            ))}
          </TableBody>
        </TableRoot>
      </div>
    </Panel>
  );
}

function PodState({ pod }: { pod: PodView }) {
  const { phase, ready, problem } = pod;
  const t = useText();
  const [Icon, look, word] = stateOf();
  return (
    <div>
      <Changed value={`${phase} ${ready}`}>
        <span className={styles.state}>
          <Icon size={16} aria-hidden="true" className={look} />
          {word}
        </span>
      </Changed>
      {problem && <div className={styles.problem}>{problem}</div>}
    </div>
  );

  function stateOf() {
    if (ready) {
      return [RiCheckboxCircleFill, styles.good, t('job.podReady')] as const;
    }
    if (phase === 'Succeeded') {
      return [RiCheckboxCircleFill, styles.quiet, t('job.podDone')] as const;
    }
    const waiting = t('job.podNotReady', { phase });
    return problem || phase === 'Failed'
      ? ([RiCloseCircleFill, styles.bad, waiting] as const)
      : ([RiLoader2Fill, styles.busy, waiting] as const);
  }
}

function rank({ problem, ready }: PodView): number {
  if (problem) return 0;
  return ready ? 2 : 1;
}
