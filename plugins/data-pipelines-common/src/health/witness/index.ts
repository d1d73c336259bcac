export { eventAge, eventsAbout, firstTime } from './events';
export type { Subject } from './events';
export { isRefusal, ownerProblem, refusedPods } from './ownerProblem';
export { plainMessage } from './plainMessage';
export { podProblem } from './podProblem';
