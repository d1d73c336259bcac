import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Button,
  Flex,
  Text,
} from '@backstage/ui';
import {
  CatalogSilence,
  ClusterView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode, useState } from 'react';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';

/** More banners than these would push the page away: they are folded. */
const MOST = 2;

/**
 * Which cluster does not answer, and how old what is shown of it is; what is
 * simulated; nothing where all is well.
 */
export function ClusterBanners(props: {
  clusters: readonly ClusterView[];
  /** Set while the catalog does not answer. */
  catalog?: CatalogSilence;
  /** How many pipelines on this page run in a cluster, where that is known. */
  pipelines?: Readonly<Record<string, number>>;
}) {
  const { catalog, clusters, pipelines = {} } = props;
  const troubled = clusters.filter(
    ({ status }) => status === 'unreachable' || status === 'unsupported',
  );
  const connecting = clusters.filter(({ status }) => status === 'connecting');
  // One sentence may hold for many clusters.
  const simulated = [...new Set(clusters.flatMap(one => one.simulated ?? []))];
  const notes = clusters.flatMap(one => one.notes ?? []);
  const sentences = [...troubled, ...connecting, ...notes, ...simulated];
  if (!catalog && sentences.length === 0) return null;
  return (
    <Flex direction="column" gap="2">
      {catalog && <SilentCatalog catalog={catalog} />}
      <Folded clusters={troubled}>
        {troubled.map(cluster => (
          <Trouble
            key={cluster.name}
            cluster={cluster}
            pipelines={pipelines[cluster.name]}
          />
        ))}
      </Folded>
      {connecting.map(cluster => (
        <Connecting key={cluster.name} name={cluster.name} />
      ))}
      <Notes notes={notes} />
      {simulated.map(sentence => (
        <Alert key={sentence} status="info" icon title={sentence} />
      ))}
    </Flex>
  );
}

function Folded(props: {
  clusters: readonly ClusterView[];
  children: ReactNode;
}) {
  const { clusters, children } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  if (clusters.length <= MOST) return <>{children}</>;
  return (
    <>
      <Alert
        status="warning"
        icon
        title={t('clusters.several', {
          number: String(clusters.length),
        })}
        description={t('clusters.severalHint', {
          names: clusters.map(({ name }) => name).join(', '),
        })}
        customActions={
          <Button
            size="small"
            variant="secondary"
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          >
            {open ? t('clusters.hide') : t('clusters.show')}
          </Button>
        }
      />
      {open && children}
    </>
  );
}

function Trouble(props: { cluster: ClusterView; pipelines?: number }) {
  const { cluster, pipelines } = props;
  const { name, asOf, error, status } = cluster;
  const t = useText();
  const title =
    status === 'unsupported'
      ? t('clusters.unsupported', { name })
      : t('clusters.unreachable', { name });
  return (
    <Alert
      status="warning"
      icon
      title={error ?? title}
      description={
        <>
          {asOf ? (
            <>
              {t('clusters.asOf')} <RelativeTime at={asOf} />.
            </>
          ) : (
            t('clusters.nothingKnown')
          )}
          {pipelines !== undefined &&
            ` ${t('clusters.pipelines', { count: pipelines })}`}
        </>
      }
    />
  );
}

function SilentCatalog({ catalog }: { catalog: CatalogSilence }) {
  const t = useText();
  return (
    <Alert
      status="warning"
      icon
      title={catalog.error}
      description={
        <>
          {t('clusters.catalogAsOf')} <RelativeTime at={catalog.asOf} />.
        </>
      }
    />
  );
}

/** What is not current although the cluster answers; never in the way. */
function Notes({ notes }: { notes: readonly string[] }) {
  const t = useText();
  if (notes.length === 0) return null;
  return (
    <Accordion>
      <AccordionTrigger title={t('clusters.notes', { count: notes.length })} />
      <AccordionPanel>
        <Flex direction="column" gap="2">
          {notes.map(note => (
            <Text key={note}>{note}</Text>
          ))}
        </Flex>
      </AccordionPanel>
    </Accordion>
  );
}

function Connecting({ name }: { name: string }) {
  const t = useText();
  return (
    <Alert
      status="info"
      icon
      title={t('clusters.connecting', { name })}
      description={t('clusters.connectingHint')}
    />
  );
}
