import { Alert } from '@backstage/ui';
import { ActionRefusal } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';

/** Why it cannot be done now, and what to do about that. */
export function Refusal({ refusal }: { refusal: ActionRefusal }) {
  const t = useText();
  return (
    <Alert
      status="warning"
      icon
      title={t('state.refused')}
      description={`${refusal.sentence} ${refusal.remedy}`}
    />
  );
}
