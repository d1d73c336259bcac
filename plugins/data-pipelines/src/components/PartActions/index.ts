export { PartActions } from './PartActions';
export { PartMenu } from './PartMenu';
