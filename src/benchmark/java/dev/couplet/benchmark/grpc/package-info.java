/**
 * A bare grpc-java server for the same interface: what gRPC costs without anything on
 * top.
 */
@NullMarked
package dev.couplet.benchmark.grpc;

import org.jspecify.annotations.NullMarked;
