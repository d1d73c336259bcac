import { Alert, Checkbox, Flex } from '@backstage/ui';
import { ActionTrap } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { Known } from './PlanFrame';

/** Before each id, where several jobs may have the same trap. */
type Prefix = { prefix?: string };

/** What people fall into; some of it they have to say that they know. */
export function Traps(props: Known & Prefix & { traps: ActionTrap[] }) {
  const { traps, known, onKnown, prefix = '' } = props;
  const t = useText();
  return (
    <>
      {traps.map(({ id, weight, sentence, remedy }) => {
        const key = `${prefix}${id}`;
        return (
          <Flex key={id} direction="column" gap="2">
            <Alert
              status={weight === 'note' ? 'info' : 'warning'}
              icon
              title={sentence}
              description={remedy}
            />
            {weight === 'acknowledge' && (
              <Checkbox
                isSelected={known.includes(key)}
                onChange={selected =>
                  onKnown(
                    selected
                      ? [...known, key]
                      : known.filter(other => other !== key),
                  )
                }
              >
                {t('state.know', { sentence })}
              </Checkbox>
            )}
          </Flex>
        );
      })}
    </>
  );
}

/** Whether the person says to know all that has to be. */
export function isKnown(
  traps: readonly ActionTrap[],
  known: readonly string[],
  { prefix = '' }: Prefix = {},
): boolean {
  return traps.every(
    ({ id, weight }) => weight === 'note' || known.includes(`${prefix}${id}`),
  );
}
