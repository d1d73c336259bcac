import { ObjectMetadata } from '../resources/metadata';

/** As `specFields` names it, for whatever makes pods; images need no escaping in JSON. */
const IMAGE =
  /"(?:jobTemplate\.spec\.)?template\.spec\.containers\[[^\]"]*\]\.image":"([^"\\]+)"/;

/**
 * The image of the first container of the pods that a workload makes, by what
 * was asked for.
 */
export function writtenImage({ written }: ObjectMetadata): string | undefined {
  return IMAGE.exec(written?.fields ?? '')?.[1];
}

/** `registry:5000/cp-server:8.1.0@sha256:…` → `8.1.0`. */
export function tagOf(image: string | undefined): string | undefined {
  return /:([^:/@]+)(?:@.*)?$/.exec(image ?? '')?.[1];
}
