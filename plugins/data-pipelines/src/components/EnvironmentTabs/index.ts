export { EnvironmentTabs } from './EnvironmentTabs';
export { useEnvironment } from './useEnvironment';
