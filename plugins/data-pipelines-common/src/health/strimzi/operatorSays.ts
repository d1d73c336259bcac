import { Condition } from '../../resources/metadata';
import { plainMessage } from '../witness';

const TIMEOUT =
  /^Exceeded timeout of (\d+)000ms while waiting for (\w+?)s resource (\S+) in namespace \S+ to be ready$/;

/**
 * What the operator says is wrong, for people: its messages begin with nested
 * Java class names, may be missing, and may list everything that there is.
 */
export function operatorSays(condition: Condition | undefined): string {
  const said = plainMessage(condition?.message)
    .replace(TIMEOUT, 'the operator waited $1 seconds for $2 $3')
    .replace(/, available connectors are:.*$/, '')
    .replace(/Ref\{namespace='([^']*)', name='([^']*)'\}/, 'KafkaTopic $1/$2');
  return said || 'no reason given';
}
