import { Alert, Flex, Text } from '@backstage/ui';
import { JobTurn } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { Known, Outcome } from '../ActionDialog';

/** What is done with one job when it is its turn; ids of traps begin with it. */
export function TurnView(props: Known & { turn: JobTurn; number: number }) {
  const { turn, number, ...known } = props;
  const { job, already, plan, refusal } = turn;
  const t = useText();
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" weight="bold">
        {t('order.turn', { number: String(number), job })}
      </Text>
      {already && <Text color="secondary">{already}</Text>}
      {refusal && (
        <Alert
          status="warning"
          icon
          title={refusal.sentence}
          description={refusal.remedy}
        />
      )}
      {plan && !refusal && (
        <>
          <Text>{plan.effects.join(' ')}</Text>
          <Outcome plan={plan} prefix={`${job}/`} {...known} />
        </>
      )}
    </Flex>
  );
}
