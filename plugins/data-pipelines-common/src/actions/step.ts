import { ObjectRef } from '../model/views';
import { FlinkRequest } from './flinkRequest';

/**
 * One step of an action: small enough that doing it twice does it once.
 *
 * @public
 */
export type ActionStep =
  | { do: 'create'; cluster: string; object: NewObject }
  | {
      do: 'copy';
      source: ObjectRef;
      /** What becomes the new object's spec; it is read when it is done, so no plan holds what may be secret. */
      field: 'spec' | 'spec.template';
      /** Fields of it that are left out. */
      without?: string[];
      /** Of the source when this was planned. */
      generation?: number;
      into: Omit<NewObject, 'spec'>;
    }
  | {
      do: 'patch';
      target: ObjectRef;
      /** JSON merge patch. */
      patch: object;
      /** Of the target when this was planned: another one, and somebody changed its spec. */
      generation?: number;
      /** Of the target when this was planned: another one, and it is no longer the same object. */
      uid?: string;
    }
  | { do: 'delete'; target: ObjectRef; uid: string }
  | {
      do: 'ask-flink';
      /** The object of the job. */
      target: ObjectRef;
      ask: FlinkRequest;
    }
  | {
      do: 'await-flink';
      target: ObjectRef;
      /** What was asked. */
      ask: FlinkRequest;
      minutes: number;
    }
  | {
      do: 'wait';
      target: ObjectRef;
      until: WaitingFor;
      /** Given up after so many minutes, with a clear state. */
      minutes: number;
    };

/** @public */
export type WaitingFor =
  | 'application-running'
  | 'application-suspended'
  | 'connector-restarted'
  | 'reconciliation-paused'
  | 'reconciliation-resumed'
  | 'savepoint-completed'
  | 'snapshot-deleted'
  | 'job-suspended'
  | 'job-running'
  | 'savepoint-possible';

/**
 * An object that an action makes.
 *
 * @public
 */
export interface NewObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    /** It goes when these go. */
    ownerReferences?: Array<
      Record<'apiVersion' | 'kind' | 'name' | 'uid', string>
    >;
  };
  spec: object;
}
