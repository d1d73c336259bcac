import { LintRule } from '../lintRule';

/** Every rule; the family's test compares this list with the folders. */
export const RULES: readonly LintRule[] = [];
