// Runs inside a network namespace: connections to a socket on disk, which all
// namespaces see, go on to an address that only this one has.
import net from 'node:net';

const [socket, host, port] = process.argv.slice(2);
net
  .createServer(from => {
    const to = net.connect(Number(port), host);
    for (const [a, b] of [
      [from, to],
      [to, from],
    ]) {
      a.pipe(b);
      a.on('error', () => b.destroy());
      a.on('close', () => b.destroy());
    }
  })
  .listen(socket, () => process.stdout.write('ready\n'));
