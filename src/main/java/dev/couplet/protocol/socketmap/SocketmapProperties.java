package dev.couplet.protocol.socketmap;

import dev.couplet.tcp.ClientAuth;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the socketmap protocol.
 *
 * @param enabled whether it is served at all
 * @param port its port. 0 is any that is free
 * @param sslBundle the name of a Spring SSL bundle, for TLS; none where it is not set
 * @param clientAuth whether clients have to show a certificate that the bundle trusts;
 * where it is not set, they have to if the bundle has a trust store
 */
@Validated
@ConfigurationProperties("couplet.socketmap")
record SocketmapProperties(@DefaultValue("true") boolean enabled, @DefaultValue("11001") @Min(0) @Max(65535) int port,
		@Nullable String sslBundle, @Nullable ClientAuth clientAuth) {

}
