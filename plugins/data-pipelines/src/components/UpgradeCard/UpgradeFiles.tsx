import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { ChartUpgrade } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import styles from './UpgradeCard.module.css';

/** What an upgrade does to the repository, and what it leaves as people wrote it. */
export function UpgradeFiles({ upgrade }: { upgrade: ChartUpgrade }) {
  const { changedFiles, removedFiles, kept } = upgrade;
  const t = useText();
  const files = t('upgrade.files', { count: changedFiles.length });
  const isOwn = (path: string) => !path.startsWith('charts/');
  const vendored = [...changedFiles, ...removedFiles].filter(
    path => !isOwn(path),
  ).length;
  return (
    <Flex direction="column" gap="2">
      {kept.length > 0 && (
        <>
          <Text as="h4" weight="bold">
            {t('upgrade.kept')}
          </Text>
          <ul className={styles.list}>
            {kept.map(({ path, reason }) => (
              <li key={path}>
                <code className={styles.path}>{path}</code>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <Accordion>
        <AccordionTrigger
          title={
            removedFiles.length > 0
              ? t('upgrade.filesRemoved', {
                  files,
                  number: String(removedFiles.length),
                })
              : files
          }
          subtitle={t('upgrade.vendored', { number: String(vendored) })}
        />
        <AccordionPanel>
          <ul className={styles.list}>
            {changedFiles.map(path => (
              <li key={path}>
                <code className={styles.path}>{path}</code>
              </li>
            ))}
            {removedFiles.map(path => (
              <li key={path}>
                <code className={styles.path}>{path}</code> (
                {t('upgrade.removed')})
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </Accordion>
    </Flex>
  );
}
