import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import {
  ValueChange,
  valuesYaml,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { useText } from '../../translations';
import styles from './ActionDialog.module.css';

/** The same in Git and with kubectl; nothing where neither can do it. */
export function ByHand(props: {
  environment: string;
  values: ValueChange[];
  commands: string[];
  isOpen: boolean;
  /** Below the values. */
  children?: ReactNode;
}) {
  const { environment, values, commands, isOpen, children } = props;
  const t = useText();
  if (commands.length + values.length === 0) return null;
  return (
    <Accordion defaultExpanded={isOpen}>
      <AccordionTrigger title={t('state.same')} />
      <AccordionPanel>
        <Flex direction="column" gap="2">
          {values.length > 0 && (
            <>
              <Text>{t('state.values', { environment })}</Text>
              <pre className={styles.code}>{valuesYaml(values)}</pre>
              {children}
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
  );
}
