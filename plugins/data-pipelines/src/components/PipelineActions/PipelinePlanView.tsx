import { Alert, Flex } from '@backstage/ui';
import { PipelineActionPreview } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { ByHand, Known, Refusal, Sentences } from '../ActionDialog';
import { TurnView } from './TurnView';

/** Everything that a person should know before all jobs are stopped or started. */
export function PipelinePlanView(
  props: Known & { preview: PipelineActionPreview; environment: string },
) {
  const { preview, environment, ...known } = props;
  const { plan, commands } = preview;
  const { refusal, turns, notes } = plan;
  const t = useText();
  const isNothing = !refusal && turns.every(({ already }) => already);
  return (
    <>
      {refusal && <Refusal refusal={refusal} />}
      {isNothing && <Alert status="info" icon title={t('order.nothing')} />}
      {!refusal && !isNothing && (
        <Sentences
          title={t('order.notes')}
          sentences={[...notes, t('order.again')]}
        />
      )}
      <Flex direction="column" gap="4" aria-label={t('order.turns')}>
        {turns.map((turn, index) => (
          <TurnView key={turn.job} turn={turn} number={index + 1} {...known} />
        ))}
      </Flex>
      <ByHand
        environment={environment}
        values={turns.flatMap(turn => turn.values)}
        commands={commands}
        isOpen={Boolean(refusal)}
      />
    </>
  );
}
