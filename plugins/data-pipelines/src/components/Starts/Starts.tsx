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
import { StartView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { useText } from '../../translations';
import { MiddleCut } from '../MiddleCut';
import { RelativeTime } from '../RelativeTime';
import { useSome } from '../ShowMore';
import { UnknownFact } from '../UnknownFact';
import { AcknowledgeDialog } from './AcknowledgeDialog';
import { TookUp } from './TookUp';
import styles from './Starts.module.css';

const FIRST = 5;

/** The starts of a job, newest first: what each took up, and why. */
export function Starts(props: {
  entity: EntityName;
  job: string;
  environment: string;
  starts: readonly StartView[];
  onDone: () => void;
}) {
  const { starts, onDone, ...where } = props;
  const t = useText();
  const { some, more } = useSome(starts, FIRST);
  const [asked, setAsked] = useState<StartView>();
  if (starts.length === 0) return null;
  return (
    <Flex direction="column" gap="2">
      <Text weight="bold">{t('starts.title')}</Text>
      <div className={styles.scroll}>
        <TableRoot aria-label={t('starts.title')} className={styles.table}>
          <TableHeader>
            <Column isRowHeader className={styles.narrow}>
              {t('starts.column.at')}
            </Column>
            <Column>{t('starts.column.from')}</Column>
            <Column className={styles.narrow}>{t('starts.column.why')}</Column>
            <Column className={styles.image}>{t('starts.column.image')}</Column>
            <Column className={styles.known}>{t('starts.column.known')}</Column>
          </TableHeader>
          <TableBody>
            {some.map(start => (
              <Row key={start.id} id={start.id}>
                <Cell>
                  <RelativeTime at={start.at} />
                </Cell>
                <Cell>
                  <TookUp start={start} />
                </Cell>
                <Cell>{t(`starts.why.${start.why}`)}</Cell>
                <Cell>
                  {start.image ? (
                    <code className={styles.name}>
                      <MiddleCut text={start.image} />
                    </code>
                  ) : (
                    <UnknownFact />
                  )}
                </Cell>
                <Cell>
                  <Known start={start} onAsk={() => setAsked(start)} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </TableRoot>
      </div>
      {more && <div>{more}</div>}
      {asked && (
        <AcknowledgeDialog
          {...where}
          start={asked}
          onDone={onDone}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Flex>
  );
}

/** Who knows of what a start did not take up. */
function Known(props: { start: StartView; onAsk: () => void }) {
  const { acknowledged, at, lost } = props.start;
  const t = useText();
  if (acknowledged) {
    return (
      <div className={styles.reason}>
        {t('starts.acknowledged', {
          who: acknowledged.by.replace(/^.*\//, ''),
          reason: acknowledged.reason,
        })}{' '}
        <RelativeTime at={acknowledged.at} />
      </div>
    );
  }
  return lost ? (
    <Flex direction="column" gap="1" align="start">
      <Text color="danger">{t('starts.lost')}</Text>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('starts.acknowledgeOf', { time: at })}
        onPress={props.onAsk}
      >
        {t('starts.acknowledge')}
      </Button>
    </Flex>
  ) : null;
}
