import { RawObject } from '../../resources/rawObject';
import { Projection } from './custom';

/** As our charts name it. */
const VARIABLE = 'KAFKA_BOOTSTRAP_SERVERS';
/** Characters beyond which it is no list of servers. */
const MOST = 2_000;

/** Keeps which Kafka the pods of a FlinkDeployment are told to use. */
export function withKafka<T extends object>(
  projection: Projection<T>,
): Projection<T & { kafka?: string }> {
  return (raw: RawObject, before) => {
    const kafka = kafkaIn(raw.spec);
    return { ...projection(raw, before), ...(kafka && { kafka }) };
  };
}

/** Never throws: what somebody wrote there may be of any shape. */
function kafkaIn(spec: unknown): string | undefined {
  const pod = fieldOf(fieldOf(spec, 'podTemplate'), 'spec');
  const variables = itemsOf(pod, 'containers').flatMap(container =>
    itemsOf(container, 'env'),
  );
  const value = fieldOf(
    variables.find(one => fieldOf(one, 'name') === VARIABLE),
    'value',
  );
  return typeof value === 'string' && value.length <= MOST ? value : undefined;
}

function itemsOf(value: unknown, name: string): unknown[] {
  const items = fieldOf(value, name);
  return Array.isArray(items) ? items : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, name)
    : undefined;
}
