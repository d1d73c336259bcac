/** Colours that are nothing where nobody can see them. */
export interface Colours {
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

/** Where a command writes to. */
export interface Terminal {
  /** What was asked for: standard output. */
  out(text: string): void;
  /** What a person should know beside it: standard error. */
  note(text: string): void;
  /** What is being done now; only a person at a terminal sees it. */
  progress(text: string): void;
  colours: Colours;
  /** Whether questions can be asked. */
  interactive: boolean;
}

const CODES = {
  red: 31,
  green: 32,
  yellow: 33,
  cyan: 36,
  bold: 1,
  dim: 2,
} as const;

/** All colours on, or all off. */
export function coloursOf(on: boolean): Colours {
  const paint = (name: keyof typeof CODES) => (text: string) =>
    on && text !== '' ? `\u001b[${CODES[name]}m${text}\u001b[0m` : text;
  return {
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
    bold: paint('bold'),
    dim: paint('dim'),
  };
}

/** The terminal that the process has; NO_COLOR is respected. */
export function processTerminal({
  stdin,
  stdout,
  stderr,
  env,
}: NodeJS.Process = process): Terminal {
  const coloured = Boolean(
    stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
  );
  const clear = '\r\u001b[2K';
  let shown = false;
  const hide = () => {
    if (shown) stderr.write(clear);
    shown = false;
  };
  return {
    out(text) {
      hide();
      stdout.write(text);
    },
    note(text) {
      hide();
      stderr.write(text);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      stderr.write(`${clear}${text} …`);
      shown = true;
    },
    colours: coloursOf(coloured),
    interactive: Boolean(stdin.isTTY && stdout.isTTY),
  };
}
