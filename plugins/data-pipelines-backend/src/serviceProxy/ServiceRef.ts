/**
 * A Service of a cluster, as the portal derives it from an object that it
 * watches: no address ever comes from a user or an annotation.
 */
export interface ServiceRef {
  cluster: string;
  namespace: string;
  name: string;
  port: number;
}

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/**
 * Where the API server passes a GET on to the Service.
 *
 * @throws Error where what it is made of is no name and no port
 */
export function proxyPath({ namespace, name, port }: ServiceRef): string {
  for (const one of [namespace, name]) {
    if (!NAME.test(one)) throw new Error(`${one} is no name of Kubernetes`);
  }
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${port} is no port`);
  }
  return `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
}
