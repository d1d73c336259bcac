import { Button, Flex, Select } from '@backstage/ui';
import {
  HistoryKind,
  HistoryPage,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useMemo, useRef, useState } from 'react';
import { Bone } from '../Bone';
import { EntityName, HistoryRequest } from '../../api/PipelinesApi';
import { useJobHistory, usePipelineHistory } from '../../hooks';
import { useText } from '../../translations';
import { Nothing, Panel } from '../Panel';
import { Failed } from '../states';
import { EntryLine } from './EntryLine';
import { foldEntries } from './foldEntries';
import styles from './Lately.module.css';

const ALL = 'all';
const KINDS: readonly HistoryKind[] = [
  'transition',
  'upgrade',
  'run',
  'restart',
  'snapshot',
  'event',
];
const PAGE = 20;
/** The API gives no more at once. */
const MOST = 500;

/** What happened to a pipeline or to one of its jobs, newest first. */
export function Lately(props: {
  entity: EntityName;
  /** Of a job: the pipeline that it belongs to. */
  jobOf?: string;
  environment: string;
}) {
  const { entity, jobOf, environment } = props;
  const t = useText();
  const [kind, setKind] = useState<HistoryKind | typeof ALL>(ALL);
  // Another question begins anew, with its own first page.
  const key = `${environment} ${kind}`;
  const entries = {
    entity,
    environment,
    kind: kind === ALL ? undefined : kind,
    onAll: () => setKind(ALL),
  };
  return (
    <Panel
      title={t('history.title')}
      aside={
        <Select
          aria-label={t('history.filter')}
          size="small"
          value={kind}
          options={[
            { value: ALL, label: t('history.all') },
            ...KINDS.map(value => ({
              value,
              label: t(`history.kinds.${value}`),
            })),
          ]}
          onChange={value => setKind(KINDS.find(one => one === value) ?? ALL)}
        />
      }
    >
      {jobOf ? (
        <OfJob key={key} {...entries} pipelineRef={jobOf} />
      ) : (
        <OfPipeline key={key} {...entries} />
      )}
    </Panel>
  );
}

interface EntriesProps {
  entity: EntityName;
  environment: string;
  kind?: HistoryKind;
  onAll: () => void;
}

function OfPipeline(props: EntriesProps) {
  const { request, more } = useRequest(props);
  const live = usePipelineHistory(props.entity, request);
  return <Entries {...props} live={live} more={more} withObject />;
}

function OfJob(props: EntriesProps & { pipelineRef: string }) {
  const { request, more } = useRequest(props);
  const live = useJobHistory(props.entity, props.pipelineRef, request);
  return <Entries {...props} live={live} more={more} withObject={false} />;
}

function useRequest({ environment, kind }: EntriesProps) {
  const [limit, setLimit] = useState(PAGE);
  const request = useMemo<HistoryRequest>(
    () => ({ environment, limit, ...(kind && { kind: [kind] }) }),
    [environment, kind, limit],
  );
  const more =
    limit < MOST ? () => setLimit(Math.min(MOST, limit + 2 * PAGE)) : undefined;
  return { request, more };
}

function Entries(
  props: EntriesProps & {
    live: ReturnType<typeof usePipelineHistory>;
    more?: () => void;
    withObject: boolean;
  },
) {
  const { live, more, kind, onAll, withObject } = props;
  const { error, updatedAt, reload, loading } = live;
  const t = useText();
  // While more of it is loaded, what is there stays there.
  const last = useRef<HistoryPage>();
  last.current = live.data ?? last.current;
  const data = last.current;
  return (
    <Flex direction="column" gap="3" aria-busy={loading}>
      {error && <Failed error={error} updatedAt={updatedAt} onRetry={reload} />}
      {!data && !error && <LoadingEntries />}
      {data?.items.length === 0 &&
        (kind ? (
          <>
            <Nothing title={t('history.noMatch')}>
              {t('history.noMatchHint')}
            </Nothing>
            <Flex>
              <Button size="small" variant="secondary" onPress={onAll}>
                {t('history.showAll')}
              </Button>
            </Flex>
          </>
        ) : (
          <Nothing title={t('history.empty')}>{t('history.emptyHint')}</Nothing>
        ))}
      {data && data.items.length > 0 && (
        <ol className={styles.list} aria-label={t('history.title')}>
          {foldEntries(data.items).map(entry => (
            <EntryLine
              key={entry.newest.id}
              entry={entry}
              withObject={withObject}
            />
          ))}
        </ol>
      )}
      {data?.nextCursor && more && (
        <Flex>
          <Button size="small" variant="secondary" onPress={more}>
            {t('history.older')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function LoadingEntries() {
  const t = useText();
  return (
    <div role="status" aria-busy="true" aria-label={t('common.state.loading')}>
      {Array.from({ length: 4 }, (_, row) => (
        <div key={row} className={styles.skeleton}>
          <Bone width={16} height={16} />
          <Bone width="70%" height={16} />
          <Bone width="80%" height={16} />
        </div>
      ))}
    </div>
  );
}
