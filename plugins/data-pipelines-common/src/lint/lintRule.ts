import { Acceptance } from './acceptance';
import { Violation } from './finding';
import { RenderedPipeline } from './RenderedPipeline';

/**
 * One rule. It knows no severity and no profile: `profiles.ts` says what to
 * make of what it finds. Pure; it never changes what it reads.
 *
 * @public
 */
export interface LintRule {
  /** Name of its folder. */
  id: string;
  /** What good looks like, in one sentence. */
  summary: string;
  /** What happens to people who ignore it. */
  why: string;
  check(pipeline: RenderedPipeline): Violation[];
  /**
   * Asked once every rule has run.
   *
   * @param unused - what nobody needed to accept
   * @param ids - of every rule
   */
  checkUnused?(
    unused: readonly Acceptance[],
    ids: readonly string[],
  ): Violation[];
}
