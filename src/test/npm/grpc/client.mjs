// Calls the server with Node's client of gRPC, and prints what comes back:
//   node client.mjs PORT PROTO
// PROTO is the interface as a file, or "reflection" to ask the server for it.
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import { reflected } from './reflection.mjs';

const [port, proto] = process.argv.slice(2);
const address = `localhost:${port}`;
const options = { keepCase: true, longs: Number, oneofs: false };

const credentials = grpc.credentials.createInsecure();
const definition = (proto === 'reflection') ? await reflected(address, credentials, 'couplet.v1.Transforms', options)
  : loader.loadSync(proto, options);
const client = new (grpc.loadPackageDefinition(definition).couplet.v1.Transforms)(address, credentials);
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
