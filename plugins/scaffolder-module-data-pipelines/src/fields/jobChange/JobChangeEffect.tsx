import { Alert } from '@backstage/ui';
import { JobChangePreview } from '@headworks/backstage-plugin-data-pipelines-common';
import { counted } from '../../model/words';
import { Finding } from '../review/Finding';
import findingStyles from '../review/Findings.module.css';
import { Section } from '../review/Section';
import { EnvironmentEffects } from './EnvironmentEffects';
import styles from './JobChangeEffect.module.css';
import { refusalsOf } from './refusals';

/** What a change does in each environment, what is refused, which files change. */
export function JobChangeEffect({ preview }: { preview: JobChangePreview }) {
  const { problem, changedFiles, removedFiles, environments } = preview;
  const refused = refusalsOf(preview);
  if (problem) {
    return (
      <Alert
        status="danger"
        icon
        title="This change cannot be made"
        description={<span className={styles.lines}>{problem}</span>}
      />
    );
  }
  const files = [...changedFiles, ...removedFiles];
  return (
    <>
      <p className={findingStyles.verdict} role="status">
        {verdictOf(files.length, refused.length)}
      </p>
      {refused.length > 0 && (
        <ul className={findingStyles.list}>
          {refused.map(item => (
            <Finding key={item.key} item={item} />
          ))}
        </ul>
      )}
      <EnvironmentEffects environments={environments} />
      {files.length > 0 && (
        <Section title="Files">
          <ul className={styles.list}>
            {files.map(path => (
              <li key={path}>
                <code className={styles.path}>{path}</code>
                {removedFiles.includes(path) && ' (removed)'}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function verdictOf(files: number, refused: number) {
  if (refused > 0) {
    return `${counted(refused, 'thing')} to mend before this can be changed.`;
  }
  return files === 0
    ? 'The repository is like this already: nothing changes.'
    : 'This can be changed. Nothing happens before the change is merged and installed.';
}
