export { RelativeTime, useNow } from './RelativeTime';
