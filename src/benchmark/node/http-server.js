// The transform over HTTP, with what Node.js itself has: POST /transforms/cummingsify, the text as the body.
//   usage: node http-server.js PORT
'use strict';

const http = require('node:http');

const transforms = { cummingsify: (text) => text.toLowerCase() };

const server = http.createServer((request, response) => {
  const name = request.url.slice('/transforms/'.length);
  if (request.method !== 'POST' || !request.url.startsWith('/transforms/') || !Object.hasOwn(transforms, name)) {
    response.writeHead(404).end();
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const result = Buffer.from(transforms[name](Buffer.concat(chunks).toString('utf8')), 'utf8');
    response.writeHead(200, { 'Content-Type': 'text/plain;charset=UTF-8', 'Content-Length': result.length });
    response.end(result);
  });
});

server.listen(Number(process.argv[2]), '127.0.0.1');
