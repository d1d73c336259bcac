import { Text } from '@backstage/ui';
import { useText } from '../../translations';
import styles from './Dataflow.module.css';
import { Flow } from './flowOf';

const FLOWS: readonly Flow[] = ['flows', 'waits', 'stops'];

/** What the lines mean, and the numbers where there are any. */
export function Legend({ numbers }: { numbers: boolean }) {
  const t = useText();
  return (
    <div className={styles.legend}>
      {FLOWS.map(flow => (
        <span key={flow} className={styles.entry}>
          <svg width={34} height={14} aria-hidden="true">
            <path d="M1,7 H33" className={styles.edge} data-flow={flow} />
            {flow === 'stops' && (
              <g transform="translate(17,7)" className={styles.cross}>
                <circle r={6} />
                <path d="M-2.5,-2.5 L2.5,2.5 M2.5,-2.5 L-2.5,2.5" />
              </g>
            )}
          </svg>
          <Text variant="body-small" color="secondary">
            {t(`dataflow.flow.${flow}`)}
          </Text>
        </span>
      ))}
      {numbers && (
        <Text variant="body-small" color="secondary">
          {t('dataflow.number')}
        </Text>
      )}
    </div>
  );
}
