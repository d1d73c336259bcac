/** Class names of Java and what Java puts around them: nobody's words. */
const CLASS = /(?:[a-z_][\w$]*\.){2,}[A-Z][\w$]*(?:Exception|Error|Throwable)?/;
const LEADING_CLASS = new RegExp(`^(?:Caused by: )?${CLASS.source}(?:: |$)`);
const ENOUGH = 300;

/**
 * What a program wrote, for people: without leading class names, stack traces
 * and what Go's errors repeat, and cut where it goes on and on.
 *
 * @param text - the message of an event, a condition or an exception
 */
export function plainMessage(text: string | undefined): string {
  let plain = String(text ?? '')
    .split(/\n\s*at |\\n\\tat /)[0]
    .replace(/\s+/g, ' ')
    .trim();
  while (LEADING_CLASS.test(plain)) {
    const rest = plain.replace(LEADING_CLASS, '');
    plain = rest || simpleName(plain);
    if (!rest) break;
  }
  plain = plain.replace(new RegExp(CLASS, 'g'), simpleName);
  return plain.length > ENOUGH ? `${plain.slice(0, ENOUGH - 1)}…` : plain;
}

/** `java.lang.OutOfMemoryError` → `OutOfMemoryError`. */
function simpleName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
