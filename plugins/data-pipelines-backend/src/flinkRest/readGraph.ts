import { FlinkVertex } from '@headworks/backstage-plugin-data-pipelines-common';
import { listIn, numberIn, objectIn, textIn } from './fields';

interface Answer {
  vertices?: unknown;
  plan?: { nodes?: unknown };
}

interface Vertex {
  id?: unknown;
  name?: unknown;
  parallelism?: unknown;
  status?: unknown;
}

interface Node {
  id?: unknown;
  inputs?: unknown;
}

/** A name is what the program's author wrote, and may be the whole query. */
const LONGEST = 300;

/** `/jobs/:job`: the steps of a job, in the order in which records pass them. */
export function readGraph(json: unknown): FlinkVertex[] {
  const { vertices, plan } = objectIn<Answer>(json);
  const nodes = listIn<Node>(plan?.nodes);
  return listIn<Vertex>(vertices).flatMap(
    ({ id, name, parallelism, status }) => {
      const known = textIn(id);
      return known
        ? [
            {
              id: known,
              name: (textIn(name) ?? known).slice(0, LONGEST),
              parallelism: numberIn(parallelism) ?? 1,
              status: textIn(status) ?? 'UNKNOWN',
              inputs: inputsOf(nodes.find(node => node.id === known)),
            },
          ]
        : [];
    },
  );
}

function inputsOf(node: Node | undefined): string[] {
  return listIn<Node>(node?.inputs).flatMap(({ id }) => textIn(id) ?? []);
}
