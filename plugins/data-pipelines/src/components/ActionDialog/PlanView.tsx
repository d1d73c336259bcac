import { Link } from '@backstage/ui';
import {
  ActionPreview,
  valuesYaml,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { templateLink } from '../../templateLink';
import { useText } from '../../translations';
import { ByHand } from './ByHand';
import { Outcome } from './Outcome';
import { Known } from './PlanFrame';
import { Refusal } from './Refusal';
import { Sentences } from './Sentences';

/** What the template that changes a job asks for first. */
export type JobPlace = Record<'pipeline' | 'environment' | 'job', string>;

/** Everything that a person should know before something is done. */
export function PlanView(
  props: Known & {
    preview: ActionPreview;
    /** Absent where it is no job: then no values are of it. */
    place?: JobPlace;
  },
) {
  const { preview, place, ...known } = props;
  const { plan, commands, values } = preview;
  const { refusal } = plan;
  const t = useText();
  return (
    <>
      {refusal ? (
        <Refusal refusal={refusal} />
      ) : (
        <>
          <Sentences title={t('state.happens')} sentences={plan.effects} />
          <Outcome plan={plan} {...known} />
        </>
      )}
      <ByHand
        environment={place?.environment ?? ''}
        values={values}
        commands={commands}
        isOpen={Boolean(refusal)}
      >
        {place && (
          <Link
            href={templateLink('change-job', {
              ...place,
              values: valuesYaml(values),
            })}
          >
            {t('state.asBranch')}
          </Link>
        )}
      </ByHand>
    </>
  );
}
