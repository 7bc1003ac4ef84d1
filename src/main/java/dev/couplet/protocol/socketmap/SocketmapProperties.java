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
 * @param enabled whether the protocol is enabled
 * @param port the port. 0 selects any free port
 * @param unchanged the reply where the result is the value itself, byte for byte
 * @param sslBundle the name of a Spring SSL bundle, for TLS. No TLS by default
 * @param clientAuth whether clients must present a certificate that the bundle trusts. By
 * default they must if the bundle has a trust store
 */
@Validated
@ConfigurationProperties("couplet.socketmap")
record SocketmapProperties(@DefaultValue("true") boolean enabled, @DefaultValue("11001") @Min(0) @Max(65535) int port,
		@DefaultValue("ok") Unchanged unchanged, @Nullable String sslBundle, @Nullable ClientAuth clientAuth) {

}
