export { UpgradeLine } from './UpgradeLine';
