export { FlinkPanel } from './FlinkPanel';
