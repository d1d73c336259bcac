export { PartCard } from './PartCard';
