import {
  CollectorResourceState,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What is known of following one stream; outlives each attempt at it. */
export interface StreamRecord {
  readonly id: string;
  readonly resource: ResourceId;
  state: CollectorResourceState;
  /** One sentence, where it is refused or fails. */
  message?: string;
  /** The version of the API that is read. */
  version?: string;
  /** The newest resourceVersion up to which all of it is known. */
  resourceVersion?: number;
  /** When it was listed last: milliseconds, our own clock, as all here. */
  listedAt?: number;
  /** When what is known was last current. */
  asOf?: number;
  lists: number;
  watchRestarts: number;
  throttled: number;
  bytes: number;
}

/** Of a stream that was never followed. */
export function newRecord(id: string, resource: ResourceId): StreamRecord {
  return {
    id,
    resource,
    state: 'absent',
    lists: 0,
    watchRestarts: 0,
    throttled: 0,
    bytes: 0,
  };
}
