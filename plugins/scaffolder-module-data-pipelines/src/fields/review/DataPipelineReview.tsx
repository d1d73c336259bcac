import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import { answersToForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { DataflowPicture } from '../../components/DataflowPicture';
import { FieldGroup } from '../../components/FieldGroup';
import { FileTree } from '../../components/FileTree';
import { answersOf, Review } from '../answers';
import { useField } from '../useField';
import styles from './DataPipelineReview.module.css';
import { Findings } from './Findings';
import { itemsOf } from './findings';
import { Objects } from './Objects';
import { reviewSchema } from './schema';
import { Section } from './Section';
import { Totals } from './Totals';
import { usePreview } from './usePreview';

const NOTHING: Review = { accepted: {} };

/** What the form would make, before anything is made. */
export function DataPipelineReview(props: typeof reviewSchema.TProps) {
  const { onChange } = props;
  const field = useField(props, NOTHING);
  const { accepted = {} } = field.value;
  const { preview, error, loading, retry } = usePreview(
    answersToForm({ ...answersOf(props), review: { accepted } }),
  );
  const items = preview ? itemsOf(preview, { accepted }) : [];
  const environments = preview?.environments ?? [];
  return (
    <FieldGroup title={field.title} description={field.description}>
      {error && (
        <Alert
          status="danger"
          icon
          title="The review could not be made"
          description={error.message}
          customActions={
            <Button size="small" variant="secondary" onPress={retry}>
              Try again
            </Button>
          }
        />
      )}
      {!preview && loading && <Loading />}
      {preview && (
        <div className={styles.review} aria-busy={loading}>
          <Findings
            items={items}
            accepted={accepted}
            onAccept={value => onChange({ accepted: value })}
          />
          {preview.dataflow.nodes.length > 0 && (
            <Section title="Dataflow">
              <DataflowPicture graph={preview.dataflow} />
            </Section>
          )}
          {environments.length > 0 && (
            <>
              <Section title="What its pods ask for">
                <Totals environments={environments} />
              </Section>
              <Section title="Objects">
                <Objects environments={environments} />
              </Section>
            </>
          )}
          {preview.files.length > 0 && (
            <Section title="Files">
              <FileTree files={preview.files} />
              <Text color="secondary">
                And {preview.vendoredFiles} files of the charts that it is made
                of.
              </Text>
            </Section>
          )}
        </div>
      )}
    </FieldGroup>
  );
}

function Loading() {
  return (
    <Flex direction="column" gap="3" aria-busy="true" aria-label="Loading">
      <Skeleton width="40%" height={24} />
      <Skeleton width="100%" height={120} />
      <Skeleton width="60%" height={24} />
      <Skeleton width="100%" height={200} />
    </Flex>
  );
}
