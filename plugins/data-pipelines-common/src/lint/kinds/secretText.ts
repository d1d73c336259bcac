import { TextOf } from './textsOf';

const WORD =
  'password|passwd|passphrase|secret|token|api[._-]?key|access[._-]?key|secret[._-]?key|private[._-]?key|account[._-]?key';
/** Azure's are followed by the account: `fs.azure.account.key.<host>`. */
const NAMED_SO = new RegExp(
  `(^|[._-])(${WORD})$|password$|account\\.key\\.`,
  'i',
);
/** `password=abc`, `"token": "abc"`; not a reference, a path or a placeholder. */
const ASSIGNED = new RegExp(
  `(?:passw(?:or)?d|account\\.key\\.[\\w.-]+|(?<![a-z])(?:${WORD}))["']?[ \\t]*[=:][ \\t]*\\\\?["']?(?!true|false)([^\\s"'$<{;,/\\\\][^\\s"';,\\\\]{3,})`,
  'i',
);
const SHAPES: Array<[string, RegExp]> = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an AWS access key', /\b(AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36}/],
  ['a signed token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./],
  [
    'a password in an address',
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@$<{]+@/i,
  ],
];
const CLASS_NAME = /^[a-z]\w*(\.\w+)+$/;
const REFERENCE = /^[$/<{]|\$\{|^(true|false|\d)$/i;

/** What kind of secret a text is or holds, never the text itself. */
export function secretIn({ path, key, text }: TextOf): string | undefined {
  const shape = SHAPES.find(([, pattern]) => pattern.test(text));
  if (shape) return shape[0];
  if (isSetting(path, key) && NAMED_SO.test(key)) {
    const plain =
      text !== '' && !REFERENCE.test(text) && !CLASS_NAME.test(text);
    return plain ? `the value of ${key}` : undefined;
  }
  const assigned = isFreeText(path) && ASSIGNED.exec(text);
  return assigned && !CLASS_NAME.test(assigned[1])
    ? 'a password, token or key'
    : undefined;
}

/** Fields of Kubernetes that end in such a word hold names; settings and variables hold values. */
function isSetting(path: string, key: string): boolean {
  return (
    /[._-]/.test(key) ||
    /\.env\.[^.]+\.value$/.test(path) ||
    path.startsWith('spec.config.') ||
    path.startsWith('data.')
  );
}

function isFreeText(path: string): boolean {
  return (
    /\.(args|command|arguments)\.\d+$/.test(path) ||
    /\.env\.[^.]+\.value$/.test(path) ||
    /(onfiguration|onf|config|configOverrides\.\w+)\./.test(path) ||
    path.startsWith('data.')
  );
}
