import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { useText } from '../../translations';
import styles from './CopyablePath.module.css';

const SHOWN = 44;
/** Of the begin, at least. */
const HEAD = 8;

/** A long path, cut in the middle where the least is lost, whole on hover and when copied. */
export function CopyablePath(props: {
  path: string;
  /** How many characters are shown; 44 by default. */
  shown?: number;
}) {
  const { path, shown = SHOWN } = props;
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
        {cutMiddle(path, shown)}
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

function cutMiddle(path: string, shown: number) {
  if (path.length <= shown) return path;
  const head = Math.max(HEAD, Math.floor(shown / 3));
  return `${path.slice(0, head)}…${path.slice(head + 1 - shown)}`;
}
