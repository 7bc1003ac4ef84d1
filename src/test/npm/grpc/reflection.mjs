// Reads the interface of a server from its reflection.
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import protobuf from 'protobufjs/minimal.js';

// a response has files in the form of a FileDescriptorSet, in its field 4
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

/** Returns the definition of a service, such as couplet.v1.Transforms, and of its messages. */
export async function reflected(address, credentials, service, options) {
  const Reflection = grpc.makeGenericClientConstructor({
    info: {
      path: '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', requestStream: true, responseStream: true,
      // file_containing_symbol
      requestSerialize: (symbol) => Buffer.from(protobuf.Writer.create().uint32(4 << 3 | 2).string(symbol).finish()),
      responseDeserialize: files,
    },
  });
  const reflection = new Reflection(address, credentials);
  const call = reflection.info();
  call.write(service);
  call.end();
  for await (const set of call) {
    reflection.close();
    return loader.loadFileDescriptorSetFromBuffer(set, options);
  }
}
