import { checkbox, confirm, input, select } from '@inquirer/prompts';

/** The kinds of questions that are asked; loaded only where somebody can answer. */
export const ASK: Ask = { checkbox, confirm, input, select };

/** What a person is asked with. */
export interface Ask {
  input(question: {
    message: string;
    default?: string;
    validate?: (answer: string) => true | string;
  }): Promise<string>;
  confirm(question: { message: string; default?: boolean }): Promise<boolean>;
  select<T extends string>(question: {
    message: string;
    choices: ReadonlyArray<Choice<T>>;
    default?: T;
  }): Promise<T>;
  checkbox<T extends string>(question: {
    message: string;
    choices: ReadonlyArray<Choice<T>>;
  }): Promise<T[]>;
}

/** An answer to choose. */
export interface Choice<T extends string> {
  value: T;
  name: string;
}
