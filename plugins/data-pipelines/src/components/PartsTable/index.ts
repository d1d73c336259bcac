export { JobsTable } from './JobsTable';
export { OthersTable } from './OthersTable';
export { TopicsTable } from './TopicsTable';
