import { Alert, Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { HistoryWriterView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';

/** How the history is written. */
export function HistoryWriting({ writer }: { writer: HistoryWriterView }) {
  const t = useText();
  const { waiting, waitingSince, written, batches, failures, dropped, error } =
    writer;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          {t('collector.history')}
        </Text>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          {error && (
            <Alert
              status="warning"
              icon
              title={t('collector.historyError', { error })}
            />
          )}
          {waitingSince ? (
            <Text>
              {t('collector.historyWaits', {
                number: waiting.toLocaleString(),
              })}{' '}
              <RelativeTime at={waitingSince} />
            </Text>
          ) : (
            <Text>{t('collector.historyWritten')}</Text>
          )}
          <Text color="secondary">
            {t('collector.historyCounts', {
              written: written.toLocaleString(),
              batches: batches.toLocaleString(),
              failures: failures.toLocaleString(),
              dropped: dropped.toLocaleString(),
            })}
          </Text>
        </Flex>
      </CardBody>
    </Card>
  );
}
