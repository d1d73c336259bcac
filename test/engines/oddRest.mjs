// Stands where a Flink's REST should be: points elsewhere, and says what it was
// asked, a line each.
import http from 'node:http';

const [host, port] = process.argv.slice(2);
http
  .createServer((request, response) => {
    process.stdout.write(`${request.method} ${request.url}\n`);
    response.writeHead(302, { Location: '/jobs/overview' });
    response.end();
  })
  .listen(Number(port), host);
