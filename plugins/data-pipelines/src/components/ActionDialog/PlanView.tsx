import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Checkbox,
  Flex,
  Link,
  Text,
} from '@backstage/ui';
import {
  ActionPreview,
  valuesYaml,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { templateLink } from '../../templateLink';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import styles from './ActionDialog.module.css';

/** What the template that changes a job asks for first. */
export type JobPlace = Record<'pipeline' | 'environment' | 'job', string>;

/** Everything that a person should know before something is done. */
export function PlanView(props: {
  preview: ActionPreview;
  /** Absent where it is no job: then no values are of it. */
  place?: JobPlace;
  /** Ids of traps that the person says to know. */
  known: string[];
  onKnown: (known: string[]) => void;
}) {
  const { preview, place, known, onKnown } = props;
  const { plan, commands, values } = preview;
  const { refusal, startsFrom } = plan;
  const t = useText();
  const byHand = commands.length > 0 || values.length > 0;
  return (
    <>
      {refusal && (
        <Alert
          status="warning"
          icon
          title={t('state.refused')}
          description={`${refusal.sentence} ${refusal.remedy}`}
        />
      )}
      {!refusal && (
        <Sentences title={t('state.happens')} sentences={plan.effects} />
      )}
      {!refusal && startsFrom && (
        <Flex direction="column" gap="1">
          <Text weight="bold">{t('state.takesUp')}</Text>
          <Text>{startsFrom.sentence}</Text>
          {startsFrom.path && <CopyablePath path={startsFrom.path} />}
        </Flex>
      )}
      {!refusal && (
        <Sentences title={t('state.cannotUndo')} sentences={plan.cannotUndo} />
      )}
      {!refusal &&
        plan.traps.map(({ id, weight, sentence, remedy }) => (
          <Flex key={id} direction="column" gap="2">
            <Alert
              status={weight === 'note' ? 'info' : 'warning'}
              icon
              title={sentence}
              description={remedy}
            />
            {weight === 'acknowledge' && (
              <Checkbox
                isSelected={known.includes(id)}
                onChange={selected =>
                  onKnown(
                    selected
                      ? [...known, id]
                      : known.filter(other => other !== id),
                  )
                }
              >
                {t('state.know', { sentence })}
              </Checkbox>
            )}
          </Flex>
        ))}
      {byHand && (
        <Accordion defaultExpanded={Boolean(refusal)}>
          <AccordionTrigger title={t('state.same')} />
          <AccordionPanel>
            <Flex direction="column" gap="2">
              {place && values.length > 0 && (
                <>
                  <Text>
                    {t('state.values', { environment: place.environment })}
                  </Text>
                  <pre className={styles.code}>{valuesYaml(values)}</pre>
                  <Link
                    href={templateLink('change-job', {
                      ...place,
                      values: valuesYaml(values),
                    })}
                  >
                    {t('state.asBranch')}
                  </Link>
                </>
              )}
              {commands.length > 0 && (
                <>
                  <Text>{t('state.commands')}</Text>
                  <pre className={styles.code}>{commands.join('\n')}</pre>
                </>
              )}
            </Flex>
          </AccordionPanel>
        </Accordion>
      )}
    </>
  );
}

function Sentences(props: { title: string; sentences: string[] }) {
  const { title, sentences } = props;
  return sentences.length === 0 ? null : (
    <Flex direction="column" gap="1">
      <Text weight="bold">{title}</Text>
      <ul className={styles.list}>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Flex>
  );
}
