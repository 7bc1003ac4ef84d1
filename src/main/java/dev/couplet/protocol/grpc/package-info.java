/**
 * gRPC: typed calls and streams, with health, reflection and the errors of
 * {@code google.rpc.Status}. The interface is {@code couplet/v1/transforms.proto}, from
 * which the messages are generated.
 */
@NullMarked
@ApplicationModule(displayName = "gRPC", allowedDependencies = { "transform", "transform :: guess", "endpoint", "tcp" })
package dev.couplet.protocol.grpc;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
