export { HealthLabel, NamedHealth } from './HealthLabel';
