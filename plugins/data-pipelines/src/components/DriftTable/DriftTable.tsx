import {
  Button,
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { LiveObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { Texts, useText } from '../../translations';
import { DriftDialog } from '../DriftDialog';
import { DriftStateLabel } from '../DriftStateLabel';
import styles from './DriftTable.module.css';

/** Objects that Git renders, and how the live ones stand to them. */
export function DriftTable(props: { label: string; objects: LiveObject[] }) {
  const t = useText();
  const [shown, setShown] = useState<LiveObject>();
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={props.label}>
        <TableHeader>
          <Column className={styles.narrow}>{t('drift.column.state')}</Column>
          <Column isRowHeader>{t('drift.column.object')}</Column>
          <Column className={styles.wide}>{t('drift.column.what')}</Column>
          <Column className={styles.narrow}>{t('drift.column.diff')}</Column>
        </TableHeader>
        <TableBody>
          {props.objects.map(one => {
            const { kind, namespace, name } = one.object;
            const id = `${kind}/${namespace}/${name}`;
            return (
              <Row key={id} id={id}>
                <Cell>
                  <DriftStateLabel state={one.state} />
                </Cell>
                <Cell>
                  <div className={styles.text}>
                    {kind} <code className={styles.name}>{name}</code>
                    {namespace && (
                      <div className={styles.quiet}>
                        {t('drift.inNamespace', { namespace })}
                      </div>
                    )}
                  </div>
                </Cell>
                <Cell>
                  <div className={styles.text}>{whatDiffers(one, t)}</div>
                </Cell>
                <Cell>
                  {one.differences.length > 0 && (
                    <Button
                      size="small"
                      variant="secondary"
                      aria-label={t('drift.showDiffOf', {
                        object: `${kind} ${name}`,
                      })}
                      onPress={() => setShown(one)}
                    >
                      {t('drift.showDiff')}
                    </Button>
                  )}
                </Cell>
              </Row>
            );
          })}
        </TableBody>
      </TableRoot>
      {shown && <DriftDialog one={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}

const NAMED = 3;

function whatDiffers(
  { state, reason, differences }: LiveObject,
  t: Texts,
): string {
  if (reason) return reason;
  if (state === 'missing') return t('drift.notThere');
  const paths = differences.map(({ path }) => path);
  const more = paths.length - NAMED;
  return more > 0
    ? t('drift.more', {
        paths: paths.slice(0, NAMED).join(', '),
        number: String(more),
      })
    : paths.join(', ');
}
