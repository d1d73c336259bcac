import { Alert, Flex, Text } from '@backstage/ui';
import { ActionView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { RelativeTime, useNow } from '../RelativeTime';

const STATUS = { running: 'info', done: 'success', failed: 'danger' } as const;

/** How long what is done stays on the page (ms); the history keeps it. */
const NEWS = 10 * 60_000;

/** How far it is what somebody had done last; what failed stays. */
export function ActionProgress(props: { action: ActionView }) {
  const { action } = props;
  const { state, steps, stepsDone, sentence, part } = action;
  const t = useText();
  const now = useNow();
  const ended = Date.parse(action.endedAt ?? '');
  if (state === 'done' && now - ended > NEWS) return null;
  const told = {
    action: t(`state.action.${action.action}`),
    who: action.by.replace(/^.*\//, ''),
  };
  return (
    <Alert
      status={STATUS[state]}
      icon
      loading={state === 'running'}
      title={
        part
          ? t('state.doingTo', { ...told, name: `${part.kind} ${part.name}` })
          : t('state.doing', told)
      }
      description={
        <Flex direction="column" gap="1">
          <Text>
            {state === 'running'
              ? t('state.step', {
                  number: String(stepsDone + 1),
                  all: String(steps.length),
                  step: steps[stepsDone] ?? '',
                })
              : t(`state.ended.${state}`)}
            {' · '}
            <RelativeTime at={action.endedAt ?? action.startedAt} />
          </Text>
          {sentence && <Text>{sentence}</Text>}
        </Flex>
      }
    />
  );
}
