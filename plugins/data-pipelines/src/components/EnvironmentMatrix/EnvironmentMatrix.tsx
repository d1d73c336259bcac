import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Button,
  Cell,
  Column,
  Flex,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { useText } from '../../translations';
import { Changed } from '../Changed';
import { HealthLabel } from '../HealthLabel';
import { Panel } from '../Panel';
import styles from './EnvironmentMatrix.module.css';
import { isFine, matrixOf, worstFirst } from './matrixOf';

/** More rows than these hide what matters. */
const MOST = 12;

/** The same part in every environment, side by side. */
export function EnvironmentMatrix(props: { views: EnvironmentView[] }) {
  const { views } = props;
  const t = useText();
  const [all, setAll] = useState(false);
  const rows = worstFirst(matrixOf(views));
  const folds = rows.length > MOST;
  const shown = folds && !all ? rows.filter(row => !isFine(row)) : rows;
  return (
    <Panel
      title={t('pipeline.matrix')}
      aside={
        folds && (
          <Button size="small" variant="secondary" onPress={() => setAll(!all)}>
            {all
              ? t('pipeline.matrixWorst')
              : t('pipeline.matrixAll', { number: String(rows.length) })}
          </Button>
        )
      }
    >
      {shown.length === 0 ? (
        <Text color="secondary">{t('pipeline.matrixFine')}</Text>
      ) : (
        <div className={styles.scroll}>
          <TableRoot aria-label={t('pipeline.matrix')}>
            <TableHeader>
              <Column isRowHeader>{t('pipeline.matrixPart')}</Column>
              {views.map(({ environment }) => (
                <Column key={environment.name}>{environment.name}</Column>
              ))}
            </TableHeader>
            <TableBody>
              {shown.map(({ id, name, entityRef, healths }) => (
                <Row key={id} id={id}>
                  <Cell>
                    {entityRef ? (
                      <EntityRefLink entityRef={entityRef} hideIcon>
                        {name}
                      </EntityRefLink>
                    ) : (
                      name
                    )}
                  </Cell>
                  {views.map(({ environment, verdict }, column) => (
                    <Cell key={environment.name}>
                      <Flex>
                        <Changed value={healths[column]}>
                          {healths[column] ? (
                            <HealthLabel
                              health={healths[column]}
                              stale={verdict.stale}
                            />
                          ) : (
                            <Text color="secondary">
                              {t('pipeline.matrixAbsent')}
                            </Text>
                          )}
                        </Changed>
                      </Flex>
                    </Cell>
                  ))}
                </Row>
              ))}
            </TableBody>
          </TableRoot>
        </div>
      )}
    </Panel>
  );
}
