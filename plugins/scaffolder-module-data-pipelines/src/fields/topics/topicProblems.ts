import { TopicForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { durationWords } from '../../model/words';
import { RowProblem } from '../rowProblem';

export const NO_TOPIC = 'Add a topic, or use an existing one.';

/** What is wrong with topics, as far as the form alone can say. */
export function topicProblems(topics: TopicForm[]): RowProblem<TopicForm>[] {
  return topics.flatMap((topic, index) => {
    const found: Array<RowProblem<TopicForm> | false> = [
      nameProblem(topic, index, topics),
      !topic.external &&
        topic.partitions !== undefined &&
        !(Number.isInteger(topic.partitions) && topic.partitions > 0) && {
          index,
          input: 'partitions',
          message: 'A topic has at least 1 partition.',
        },
      !topic.external &&
        Boolean(topic.retention) &&
        !durationWords(topic.retention!) && {
          index,
          input: 'retention',
          message: 'Write a number and a unit, such as 7d, 12h, 30m or 90s.',
        },
    ];
    return found.filter(problem => problem !== false);
  });
}

function nameProblem(
  { name }: TopicForm,
  index: number,
  topics: TopicForm[],
): RowProblem<TopicForm> | false {
  const problem = (message: string) =>
    ({ index, input: 'name', message } as const);
  if (!name) return problem('Give the topic a name.');
  if (!/^[a-zA-Z0-9._-]{1,249}$/.test(name) || /^\.{1,2}$/.test(name)) {
    return problem(
      'Kafka allows letters, digits, dots, dashes and underscores, 249 at most.',
    );
  }
  if (topics.findIndex(other => other.name === name) < index) {
    return problem('Another row has this name; remove or rename one of them.');
  }
  return false;
}
