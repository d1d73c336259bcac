export { HealthLabel } from './HealthLabel';
