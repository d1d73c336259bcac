export { Nothing } from './Nothing';
export { Panel } from './Panel';
