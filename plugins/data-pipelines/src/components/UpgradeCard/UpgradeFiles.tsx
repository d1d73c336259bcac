import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { ChartUpgrade } from '@headworks/backstage-plugin-data-pipelines-common';
import styles from './UpgradeCard.module.css';

/** What an upgrade does to the repository, and what it leaves as people wrote it. */
export function UpgradeFiles({ upgrade }: { upgrade: ChartUpgrade }) {
  const { changedFiles, removedFiles, kept } = upgrade;
  const isOwn = (path: string) => !path.startsWith('charts/');
  const vendored = [...changedFiles, ...removedFiles].filter(
    path => !isOwn(path),
  ).length;
  return (
    <Flex direction="column" gap="2">
      {kept.length > 0 && (
        <>
          <Text as="h4" weight="bold">
            Left as they are
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
          title={filesSentence(changedFiles.length, removedFiles.length)}
          subtitle={`${vendored} of them in charts/, where nobody edits`}
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
                <code className={styles.path}>{path}</code> (removed)
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </Accordion>
    </Flex>
  );
}

function filesSentence(changed: number, removed: number): string {
  const files = changed === 1 ? '1 file changes' : `${changed} files change`;
  return removed > 0 ? `${files}, ${removed} removed` : files;
}
