/** What makes an input say what is wrong with it, in our words and at once. */
export function problemProps(problem: string | undefined) {
  return {
    validationBehavior: 'aria' as const,
    // With `isInvalid` beside it the sentence would not be shown.
    validate: () => problem ?? null,
  };
}
