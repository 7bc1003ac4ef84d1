package dev.couplet.protocol.grpc;

import dev.couplet.tcp.ClientAuth;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of gRPC. Keep-alive and the age of connections are settings of Spring Boot
 * ({@code spring.grpc.server.keepalive}).
 *
 * @param enabled whether the protocol is enabled
 * @param port the port. 0 selects any free port
 * @param maxCallsPerConnection the maximum number of calls in flight on one connection.
 * Clients keep further ones until others have ended
 * @param sslBundle the name of a Spring SSL bundle, for TLS. No TLS by default
 * @param clientAuth whether clients must present a certificate that the bundle trusts. By
 * default they must if the bundle has a trust store
 */
@Validated
@ConfigurationProperties("couplet.grpc")
record GrpcProperties(@DefaultValue("true") boolean enabled, @DefaultValue("9090") @Min(0) @Max(65535) int port,
		@DefaultValue("100") @Min(1) @Max(10_000) int maxCallsPerConnection, @Nullable String sslBundle,
		@Nullable ClientAuth clientAuth) {

}
