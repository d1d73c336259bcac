import { Text } from '@backstage/ui';
import {
  answersToForm,
  PipelinePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { usePreview } from '../../api/usePreview';
import { DataflowPicture } from '../../components/DataflowPicture';
import { FileTree } from '../../components/FileTree';
import { answersOf, Review } from '../answers';
import { useField } from '../useField';
import { Findings } from './Findings';
import { itemsOf } from './findings';
import { Objects } from './Objects';
import { questionOf } from './questionOf';
import { ReviewFrame } from './ReviewFrame';
import { reviewSchema } from './schema';
import { Section } from './Section';
import { Totals } from './Totals';

const NOTHING: Review = { accepted: {} };

/** What the form would make, before anything is made. */
export function DataPipelineReview(props: typeof reviewSchema.TProps) {
  const { onChange } = props;
  const field = useField(props, NOTHING);
  const { accepted = {} } = field.value;
  const live = usePreview<PipelinePreview>(
    questionOf(answersToForm({ ...answersOf(props), review: { accepted } })),
  );
  return (
    <ReviewFrame
      title={field.title}
      description={field.description}
      live={live}
    >
      {({ environments, dataflow, files, vendoredFiles, ...preview }) => (
        <>
          <Findings
            items={itemsOf({ environments, ...preview }, { accepted })}
            accepted={accepted}
            onAccept={value => onChange({ accepted: value })}
          />
          {dataflow.nodes.length > 0 && (
            <Section title="Dataflow">
              <DataflowPicture graph={dataflow} />
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
          {files.length > 0 && (
            <Section title="Files">
              <FileTree files={files} />
              <Text color="secondary">
                And {vendoredFiles} files of the charts that it is made of.
              </Text>
            </Section>
          )}
        </>
      )}
    </ReviewFrame>
  );
}
