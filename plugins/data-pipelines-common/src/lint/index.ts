export * from './compare';
export type { LintFinding, LintSeverity, Violation } from './finding';
export { ANNOTATION_ACCEPTED, lint, profileOf } from './lint';
export type { LintRule } from './lintRule';
export type { ObjectIdentity } from './objectIdentity';
export type { LintProfile } from './profiles';
export type { LintInput } from './RenderedPipeline';
