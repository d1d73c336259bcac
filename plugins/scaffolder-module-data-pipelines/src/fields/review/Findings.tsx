import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { RiCheckboxCircleFill } from '@remixicon/react';
import { counted } from '../../model/words';
import { Review } from '../answers';
import styles from './Findings.module.css';
import { Finding } from './Finding';
import { ReviewItem } from './findings';
import { Section } from './Section';

/** What has to be mended, what is worth a look, and what was accepted. */
export function Findings(props: {
  items: ReviewItem[];
  accepted: Review['accepted'];
  onAccept(accepted: Review['accepted']): void;
}) {
  const { items, accepted, onAccept } = props;
  const of = (severity: ReviewItem['severity']) =>
    items.filter(item => item.severity === severity && !item.accepted);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  const settled = items.filter(item => item.accepted);
  const accept = (item: ReviewItem, reason: string | undefined) =>
    onAccept(withReason(accepted, item, reason));
  const list = (rows: ReviewItem[]) => (
    <ul className={styles.list}>
      {rows.map(item => (
        <Finding
          key={item.key}
          item={item}
          onAccept={reason => accept(item, reason)}
        />
      ))}
    </ul>
  );
  return (
    <Section title="Findings">
      <p className={styles.verdict} role="status">
        {errors.length === 0 && (
          <RiCheckboxCircleFill className={styles.good} size={18} aria-hidden />
        )}
        {verdictOf(errors.length, warnings.length)}
      </p>
      {errors.length > 0 && list(errors)}
      {warnings.length > 0 && list(warnings)}
      {settled.length > 0 && (
        <Accordion>
          <AccordionTrigger
            level={5}
            title={`${settled.length} accepted`}
            subtitle="The reasons land in the repository"
          />
          <AccordionPanel>{list(settled)}</AccordionPanel>
        </Accordion>
      )}
      {infos.length > 0 && (
        <Accordion>
          <AccordionTrigger
            level={5}
            title={`${counted(infos.length, 'thing')} to know`}
          />
          <AccordionPanel>{list(infos)}</AccordionPanel>
        </Accordion>
      )}
    </Section>
  );
}

function verdictOf(errors: number, warnings: number) {
  const warned =
    warnings === 0 ? '' : ` ${counted(warnings, 'warning')} to look at.`;
  if (errors > 0) {
    return `${counted(
      errors,
      'thing',
    )} to mend before this can be created.${warned}`;
  }
  return `This can be created.${warned}`;
}

function withReason(
  accepted: Review['accepted'],
  { about }: ReviewItem,
  reason: string | undefined,
): Review['accepted'] {
  if (!about) return accepted;
  const { [about.subject]: _, ...others } = accepted[about.rule] ?? {};
  const ofRule = reason ? { ...others, [about.subject]: reason } : others;
  const { [about.rule]: __, ...rules } = accepted;
  return Object.keys(ofRule).length > 0
    ? { ...rules, [about.rule]: ofRule }
    : rules;
}
