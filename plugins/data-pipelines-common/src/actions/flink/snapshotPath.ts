import { ActionRefusal } from '../plan';

/** File systems that Flink has plugins for, and its own. */
const SCHEMES =
  /^(s3|s3a|s3p|gs|abfs|abfss|wasb|wasbs|hdfs|viewfs|oss|file):\/{1,3}[^/]/;

const LONGEST = 1_024;

/**
 * Why a text cannot be the path of a snapshot. Flink takes a path to a folder,
 * or to the file `_metadata` in it.
 */
export function snapshotPathRefusal(
  path: string,
  remedy = 'Copy the path of a snapshot from the list, such as s3://bucket/job/savepoints/savepoint-1a2b3c-4d5e6f.',
): ActionRefusal | undefined {
  const refuse = (sentence: string): ActionRefusal => ({ sentence, remedy });
  if (path.length > LONGEST) return refuse('The path is too long.');
  if (/[\s\p{Cc}]/u.test(path)) {
    return refuse('The path has a space or a control character.');
  }
  if (!SCHEMES.test(path)) {
    return refuse(
      'The path does not begin with a scheme that Flink knows, such as s3:// or hdfs://.',
    );
  }
  return /(^|\/)\.\.(\/|$)/.test(path)
    ? refuse('The path has a part "..".')
    : undefined;
}
