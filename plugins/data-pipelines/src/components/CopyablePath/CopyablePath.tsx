import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { useText } from '../../translations';
import styles from './CopyablePath.module.css';

const SHOWN = 44;

/** A long path, cut in the middle where the least is lost, whole on hover and when copied. */
export function CopyablePath(props: { path: string }) {
  const { path } = props;
  const t = useText();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(path);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <span className={styles.line}>
      <code className={styles.path} title={path}>
        {cutMiddle(path)}
      </code>
      <ButtonIcon
        aria-label={t(copied ? 'common.copy.done' : 'common.copy.path')}
        size="small"
        variant="tertiary"
        icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      />
    </span>
  );
}

function cutMiddle(path: string) {
  if (path.length <= SHOWN) return path;
  return `${path.slice(0, 14)}…${path.slice(15 - SHOWN)}`;
}
