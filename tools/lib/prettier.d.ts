/** What we use of Prettier 2, which brings no types. */
declare module 'prettier' {
  export const resolveConfig: { sync(file: string): object | null };
  export function format(text: string, options: object): string;
}
