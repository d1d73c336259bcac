import { Cluster } from '../cluster';
import { SimulatedFlinkOperator } from './SimulatedFlinkOperator';
import { SimulatedFlinkSnapshots } from './SimulatedFlinkSnapshots';
import { SimulatedJobs } from './SimulatedJobs';
import { SimulatedSparkOperator } from './SimulatedSparkOperator';
import { SimulatedStrimzi } from './SimulatedStrimzi';

/** Starts all simulated operators; `speed` 2 means twice as fast as recorded. */
export async function startSimulatedOperators(options: {
  cluster: Pick<Cluster, 'client'>;
  log: (line: string) => void;
  speed?: number;
}): Promise<{ stop(): Promise<void> }> {
  const { cluster, log, speed = 1 } = options;
  const given = { client: cluster.client, speed, log };
  const operators = [
    SimulatedStrimzi(given),
    SimulatedFlinkOperator(given),
    SimulatedFlinkSnapshots(given),
    SimulatedSparkOperator(given),
    SimulatedJobs(given),
  ];
  return {
    stop: async () => {
      await Promise.all(operators.map(operator => operator.stop()));
    },
  };
}
