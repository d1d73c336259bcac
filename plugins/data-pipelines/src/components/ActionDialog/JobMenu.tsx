import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { templateLink } from '../../templateLink';
import { useText } from '../../translations';
import { JobPlace } from './PlanView';

/** What is in the menu; the dialog says why one cannot be done now. */
type Offered = 'run' | 'suspend' | 'resume' | 'restart';

/** What can be done with a job, and the way to its values. */
export function JobMenu<A extends Offered>(props: {
  actions: readonly A[];
  place: JobPlace;
  isDisabled?: boolean;
  onAsk: (action: A) => void;
}) {
  const { actions, place, isDisabled, onAsk } = props;
  const t = useText();
  // Of no narrower type, which the texts' keys would not follow.
  const textOf = (action: Offered) => t(`state.action.${action}`);
  return (
    <MenuTrigger>
      <Button variant="secondary" isDisabled={isDisabled}>
        {t('state.more')}
      </Button>
      <Menu>
        {actions.map(action => (
          <MenuItem key={action} onAction={() => onAsk(action)}>
            {textOf(action)}
          </MenuItem>
        ))}
        <MenuItem href={templateLink('change-job', place)}>
          {t('state.change')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
