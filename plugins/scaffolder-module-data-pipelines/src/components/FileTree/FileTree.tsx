import { ButtonIcon } from '@backstage/ui';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import styles from './FileTree.module.css';
import { treeOf } from './treeOf';

/** Files by their folders, and the content of the chosen one. */
export function FileTree(props: { files: GeneratedFile[] }) {
  const { files } = props;
  const [chosen, setChosen] = useState('values.yaml');
  const file = files.find(({ path }) => path === chosen) ?? files[0];
  return (
    <div className={styles.files}>
      <ul className={styles.tree} aria-label="Files">
        {treeOf(files.map(({ path }) => path)).map(entry => (
          <li
            key={entry.path}
            style={{ paddingInlineStart: `${entry.depth}rem` }}
          >
            {entry.folder ? (
              <span className={styles.folder}>{entry.name}/</span>
            ) : (
              <button
                type="button"
                className={styles.file}
                aria-current={entry.path === file.path}
                aria-label={entry.path}
                onClick={() => setChosen(entry.path)}
              >
                {entry.name}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Viewer key={file.path} file={file} />
    </div>
  );
}

function Viewer({ file }: { file: GeneratedFile }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(file.content);
    setCopied(true);
  };
  return (
    <div className={styles.viewer}>
      <div className={styles.head}>
        <code>{file.path}</code>
        <ButtonIcon
          aria-label={copied ? 'Copied' : `Copy ${file.path}`}
          size="small"
          variant="tertiary"
          icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        />
      </div>
      <pre
        className={styles.content}
        role="group"
        aria-label={`Content of ${file.path}`}
        // Longer than its frame, it scrolls; with the keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {file.content}
      </pre>
    </div>
  );
}
