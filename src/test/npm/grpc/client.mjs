// Calls the server with Node's client of gRPC, and prints what comes back:
//   node client.mjs PORT PROTO
// PROTO is the interface as a file, or "reflection" to ask the server for it.
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import protobuf from 'protobufjs/minimal.js';

const [port, proto] = process.argv.slice(2);
const address = `localhost:${port}`;
const options = { keepCase: true, longs: Number, oneofs: false };

// a response of reflection has files in the form of a FileDescriptorSet, in its field 4
function files(response) {
  const reader = protobuf.Reader.create(response);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === 4) {
      return Buffer.from(reader.bytes());
    }
    reader.skipType(tag & 7);
  }
  throw new Error('reflection has no files');
}

async function reflected() {
  const Reflection = grpc.makeGenericClientConstructor({
    info: {
      path: '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', requestStream: true, responseStream: true,
      // file_containing_symbol
      requestSerialize: (symbol) => Buffer.from(protobuf.Writer.create().uint32(4 << 3 | 2).string(symbol).finish()),
      responseDeserialize: files,
    },
  });
  const reflection = new Reflection(address, grpc.credentials.createInsecure());
  const call = reflection.info();
  call.write('couplet.v1.Transforms');
  call.end();
  for await (const set of call) {
    reflection.close();
    return loader.loadFileDescriptorSetFromBuffer(set, options);
  }
}

const definition = (proto === 'reflection') ? await reflected() : loader.loadSync(proto, options);
const client = new (grpc.loadPackageDefinition(definition).couplet.v1.Transforms)(address, grpc.credentials.createInsecure());
const call = (method, request) => new Promise((done) => client[method](request, (error, response) =>
  done(error ? { code: error.code, details: error.details } : response)));

console.log(JSON.stringify(await call('Transform', { recipe: 'cummingsify', text: 'HERE IS MY POEM' })));
console.log(JSON.stringify(await call('Transform', { recipe: 'wrap=0', text: 'HERE IS MY POEM' })));
// the loader does not see that a field is a map when it comes from a descriptor
const replacement = { from: 'a', to: 'b' };
const named = (proto === 'reflection') ? Object.entries(replacement).map(([key, value]) => ({ key, value })) : replacement;
console.log(JSON.stringify(await call('Transform',
  { steps: { steps: [{ name: 'replace', arguments: named }] }, text: 'banana' })));
console.log((await call('Transform', { recipe: 'hex-decode', text: '00ff' })).data.toString('hex'));
console.log((await call('Guess', { text: 'SGVsbG8gd29ybGQ=' })).guesses[0].recipe);
console.log((await call('ListTransforms', { query: 'wrap' })).transforms[0].name);

const stream = client.TransformStream();
for (let number = 0; number < 100; number++) {
  stream.write({ recipe: (number % 10) ? 'reverse' : 'nosuch', text: `number ${number}` });
}
stream.end();
let results = 0;
let failures = 0;
for await (const response of stream) {
  results += response.result ? 1 : 0;
  failures += response.failure ? 1 : 0;
}
console.log(`${results} results, ${failures} failures`);
client.close();
