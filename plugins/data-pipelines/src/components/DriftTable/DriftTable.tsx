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
import { DriftDialog } from '../DriftDialog';
import { DriftStateLabel } from '../DriftStateLabel';
import styles from './DriftTable.module.css';

/** Objects that Git renders, and how the live ones stand to them. */
export function DriftTable(props: { label: string; objects: LiveObject[] }) {
  const [shown, setShown] = useState<LiveObject>();
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={props.label}>
        <TableHeader>
          <Column className={styles.narrow}>State</Column>
          <Column isRowHeader>Object</Column>
          <Column className={styles.wide}>What differs</Column>
          <Column className={styles.narrow}>Diff</Column>
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
                      <div className={styles.quiet}>in {namespace}</div>
                    )}
                  </div>
                </Cell>
                <Cell>
                  <div className={styles.text}>{whatDiffers(one)}</div>
                </Cell>
                <Cell>
                  {one.differences.length > 0 && (
                    <Button
                      size="small"
                      variant="secondary"
                      aria-label={`Show the diff of ${kind} ${name}`}
                      onPress={() => setShown(one)}
                    >
                      Show diff
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

function whatDiffers({ state, reason, differences }: LiveObject): string {
  if (reason) return reason;
  if (state === 'missing') return 'It is not in the cluster';
  const paths = differences.map(({ path }) => path);
  const more = paths.length - NAMED;
  return more > 0
    ? `${paths.slice(0, NAMED).join(', ')} and ${more} more`
    : paths.join(', ');
}
