import {
  RawObject,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterObjects } from './ClusterObjects';

/** Where a stream's objects go. */
export interface Sink {
  /** A full list begins; what it does not bring is gone when it ends. */
  beginList(): {
    take(raw: RawObject): void;
    /** @param version - of the whole list */
    end(version: string): void;
  };
  put(raw: RawObject): void;
  delete(raw: RawObject): void;
}

/** Keeps every object. */
export function objectSink(options: {
  objects: ClusterObjects;
  stream: string;
  resource: ResourceId;
}): Sink {
  const { objects, stream, resource } = options;
  return {
    beginList: () => objects.beginList(stream, resource),
    put: raw => objects.put(stream, resource, raw),
    delete: raw => objects.delete(stream, resource, raw),
  };
}
