/** The addresses in a list such as `broker-1:9092, broker-2:9092`. */
export function serversIn(list: string): string[] {
  return list
    .split(',')
    .map(server => server.trim().toLowerCase())
    .filter(Boolean);
}

/** Whether it is a host and a port. */
export function isServer(server: string): boolean {
  const [, port] = /^[^\s:,/]+:(\d{1,5})$/.exec(server) ?? [];
  return Number(port) > 0 && Number(port) < 65_536;
}

export function hostOf(server: string): string {
  return server.slice(0, server.lastIndexOf(':'));
}
