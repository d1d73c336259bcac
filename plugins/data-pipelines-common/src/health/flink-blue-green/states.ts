import { FlinkBlueGreenState } from '../../resources/flinkDeployment';

/** One of the two FlinkDeployments. */
export type Colour = 'blue' | 'green';

/**
 * What each state means: which one serves, and which one is being started.
 * From the operator's source; not recorded from a running one.
 */
export const BY_BLUE_GREEN_STATE: Record<
  FlinkBlueGreenState,
  { serves?: Colour; starts?: Colour }
> = {
  INITIALIZING_BLUE: { starts: 'blue' },
  ACTIVE_BLUE: { serves: 'blue' },
  ACTIVE_GREEN: { serves: 'green' },
  SAVEPOINTING_BLUE: { serves: 'blue', starts: 'green' },
  SAVEPOINTING_GREEN: { serves: 'green', starts: 'blue' },
  TRANSITIONING_TO_GREEN: { serves: 'blue', starts: 'green' },
  TRANSITIONING_TO_BLUE: { serves: 'green', starts: 'blue' },
};
