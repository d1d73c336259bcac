import { plainMessage } from '../witness';

/** What the operator said, as the end of a sentence; it adds a stack trace. */
export function said(message: string | undefined): string {
  const words = plainMessage(message?.split('StackTrace:')[0]);
  return words ? `: ${words}` : '';
}
