import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { useText } from '../../translations';
import styles from './DriftCommand.module.css';

/** A command, whole, with a button that copies it. */
export function DriftCommand(props: { command: string }) {
  const { command } = props;
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className={styles.line}>
      <code className={styles.command}>{command}</code>
      <ButtonIcon
        aria-label={t(copied ? 'common.copy.done' : 'common.copy.command')}
        size="small"
        variant="tertiary"
        icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      />
    </div>
  );
}
