import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import { EnvironmentPreview } from '@headworks/backstage-plugin-data-pipelines-common';
import { bytesWords, coresWords } from '../../model/words';
import styles from './Totals.module.css';

/** Pods, CPU, memory and storage of each environment. */
export function Totals(props: { environments: EnvironmentPreview[] }) {
  const { environments } = props;
  const rendered = environments.filter(({ error }) => error === undefined);
  if (rendered.length === 0) return null;
  const unsized = [
    ...new Set(
      rendered.flatMap(({ totals }) =>
        totals.unsized.map(({ kind, name }) => `${kind}/${name}`),
      ),
    ),
  ];
  return (
    <>
      <div className={styles.scroll}>
        <TableRoot aria-label="What the pods ask for">
          <TableHeader>
            <Column isRowHeader>Environment</Column>
            <Column>Pods</Column>
            <Column>CPU</Column>
            <Column>Memory</Column>
            <Column>Storage</Column>
          </TableHeader>
          <TableBody>
            {rendered.map(({ name, totals }) => (
              <Row key={name} id={name}>
                <Cell>{name}</Cell>
                <Cell>{totals.pods}</Cell>
                <Cell>{coresWords(totals.cpu)}</Cell>
                <Cell>{bytesWords(totals.memory)}</Cell>
                <Cell>{bytesWords(totals.storage)}</Cell>
              </Row>
            ))}
          </TableBody>
        </TableRoot>
      </div>
      {unsized.length > 0 && (
        <Text color="secondary">
          Not counted, because nothing says how much they ask for:{' '}
          {unsized.join(', ')}.
        </Text>
      )}
    </>
  );
}
