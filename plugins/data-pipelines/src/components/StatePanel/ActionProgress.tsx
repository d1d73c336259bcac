import { Alert, Flex, Text } from '@backstage/ui';
import { ActionView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';

const STATUS = { running: 'info', done: 'success', failed: 'danger' } as const;

/** How far it is what somebody had done last. */
export function ActionProgress(props: { action: ActionView }) {
  const { action } = props;
  const { state, steps, stepsDone, sentence } = action;
  const t = useText();
  return (
    <Alert
      status={STATUS[state]}
      icon
      loading={state === 'running'}
      title={t('state.doing', {
        action: t(`state.action.${action.action}`),
        who: action.by.replace(/^.*\//, ''),
      })}
      description={
        <Flex direction="column" gap="1">
          <Text>
            {state === 'running'
              ? t('state.step', {
                  number: String(stepsDone + 1),
                  all: String(steps.length),
                  step: steps[stepsDone] ?? '',
                })
              : t(`state.ended.${state}`)}{' '}
            <RelativeTime at={action.endedAt ?? action.startedAt} />
          </Text>
          {sentence && <Text>{sentence}</Text>}
        </Flex>
      }
    />
  );
}
