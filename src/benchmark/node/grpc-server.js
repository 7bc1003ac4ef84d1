// The interface of gRPC, with Node's @grpc/grpc-js: the text in lower case, whatever the recipe.
//   usage: node grpc-server.js PORT PROTO, with @grpc/grpc-js and @grpc/proto-loader in NODE_PATH
'use strict';

const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [port, proto] = process.argv.slice(2);
const { Transforms } = grpc.loadPackageDefinition(loader.loadSync(proto, { keepCase: true })).couplet.v1;

const transform = (request) => ({ text: request.text.toLowerCase() });

const server = new grpc.Server();
server.addService(Transforms.service, {
  Transform: (call, respond) => respond(null, transform(call.request)),
  TransformStream: (call) => {
    call.on('data', (request) => call.write({ result: transform(request) }));
    call.on('end', () => call.end());
  },
  ListTransforms: (call, respond) => respond({ code: grpc.status.UNIMPLEMENTED }),
  Guess: (call, respond) => respond({ code: grpc.status.UNIMPLEMENTED }),
});

server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (failure) => {
  if (failure) {
    throw failure;
  }
});
