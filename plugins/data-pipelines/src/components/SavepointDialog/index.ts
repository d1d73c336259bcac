export { SavepointDialog } from './SavepointDialog';
