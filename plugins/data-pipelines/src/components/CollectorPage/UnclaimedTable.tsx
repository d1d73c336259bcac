import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import { UnclaimedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import styles from './CollectorPage.module.css';

/** Objects on nobody's page, and whose page they ask for. */
export function UnclaimedTable(props: { objects: UnclaimedObject[] }) {
  const t = useText();
  return (
    <TableRoot aria-label={t('collector.unclaimed')}>
      <TableHeader>
        <Column isRowHeader>{t('collector.object')}</Column>
        <Column>{t('collector.place')}</Column>
        <Column>{t('collector.pipeline')}</Column>
      </TableHeader>
      <TableBody>
        {props.objects.map(({ object, pipeline }) => {
          const { cluster, kind, namespace, name } = object;
          const id = [cluster, kind, namespace, name].join('/');
          return (
            <Row key={id} id={id}>
              <Cell className={styles.cell}>{`${kind} ${name}`}</Cell>
              <Cell className={styles.cell}>{`${cluster}, ${namespace}`}</Cell>
              <Cell className={styles.cell}>{pipeline}</Cell>
            </Row>
          );
        })}
      </TableBody>
    </TableRoot>
  );
}
