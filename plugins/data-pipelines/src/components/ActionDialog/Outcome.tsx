import { Flex, Text } from '@backstage/ui';
import { ActionPlan } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import { Known } from './PlanFrame';
import { Sentences } from './Sentences';
import { Traps } from './Traps';

/** What comes of a plan that is not refused, after what happens. */
export function Outcome(props: Known & { plan: ActionPlan; prefix?: string }) {
  const { plan, ...known } = props;
  const { startsFrom, cannotUndo, traps } = plan;
  const t = useText();
  return (
    <>
      {startsFrom && (
        <Flex direction="column" gap="1">
          <Text weight="bold">{t('state.takesUp')}</Text>
          <Text>{startsFrom.sentence}</Text>
          {startsFrom.path && <CopyablePath path={startsFrom.path} />}
        </Flex>
      )}
      <Sentences title={t('state.cannotUndo')} sentences={cannotUndo} />
      <Traps traps={traps} {...known} />
    </>
  );
}
