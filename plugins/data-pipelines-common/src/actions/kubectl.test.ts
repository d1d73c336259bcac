import { momentOf, runningJob } from './__testUtils__/moment';
import { planFlinkAction } from './flink/planFlinkAction';
import { kubectlOf } from './kubectl';

describe('kubectlOf', () => {
  it('says each step as a command', () => {
    const { steps } = planFlinkAction(
      {
        action: 'restore',
        path: "s3://it's/mine",
        savepointFirst: true,
        allowNonRestoredState: false,
      },
      momentOf(runningJob()),
    );
    expect(kubectlOf(steps)).toEqual([
      `kubectl create --filename - <<'END'
apiVersion: flink.apache.org/v1beta1
kind: FlinkStateSnapshot
metadata:
  name: web-count-k1
  namespace: web
  labels:
    headworks.dev/pipeline: web
  annotations:
    headworks.dev/requested-by: user:default/ana
spec:
  jobReference:
    kind: FlinkDeployment
    name: web-count
  savepoint:
    disposeOnDelete: false
  backoffLimit: 3
END`,
      `kubectl --namespace web wait flinkstatesnapshot.flink.apache.org/web-count-k1 --for 'jsonpath={.status.state}=COMPLETED' --timeout 30m`,
      `kubectl --namespace web patch flinkdeployment.flink.apache.org/web-count --type merge --patch '{"spec":{"job":{"initialSavepointPath":"s3://it'\\''s/mine","savepointRedeployNonce":1}}}'`,
      `kubectl --namespace web wait flinkdeployment.flink.apache.org/web-count --for 'jsonpath={.status.jobStatus.state}=RUNNING' --timeout 15m`,
    ]);
  });

  it('deletes what takes its files along', () => {
    const savepoint = momentOf(runningJob()).snapshots[0];
    const { steps } = planFlinkAction(
      { action: 'delete-snapshot', name: savepoint.name },
      momentOf(runningJob(), { snapshots: [{ ...savepoint, uid: 'u1' }] }),
    );
    const of = `flinkstatesnapshot.flink.apache.org/${savepoint.name}`;
    expect(kubectlOf(steps)).toEqual([
      `kubectl --namespace web patch ${of} --type merge --patch '{"spec":{"savepoint":{"disposeOnDelete":true}}}'`,
      `kubectl --namespace web delete ${of} --wait=false`,
      `kubectl --namespace web wait ${of} --for 'delete' --timeout 10m`,
    ]);
  });
});
