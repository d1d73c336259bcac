import { flinkJobs, isStateful, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-session-state',
  summary: 'A job with state has a cluster of its own.',
  why: 'In a session one job that runs out of memory takes the TaskManager of all others with it, and an upgrade of the session restarts every one.',
  check: pipeline => {
    const inSessions = flinkJobs(pipeline).filter(
      ({ shape }) => shape === 'session job',
    );
    return inSessions.filter(isStateful).flatMap(job => {
      const others = inSessions.filter(
        ({ name, session }) => name !== job.name && session === job.session,
      );
      return violation(job.object, {
        path: 'spec.deploymentName',
        problem: `${job.name} has state and runs in ${
          job.session?.name ?? 'a session'
        }${
          others.length > 0
            ? `, whose memory and restarts it shares with ${others
                .map(({ name }) => name)
                .join(', ')}`
            : ', which a second job may join at any time'
        }`,
        remedy: 'Remove session: the job then has a cluster of its own.',
        value: valueOf(job, 'session'),
      });
    });
  },
};
