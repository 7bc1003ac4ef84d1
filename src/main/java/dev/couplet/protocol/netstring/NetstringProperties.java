package dev.couplet.protocol.netstring;

import dev.couplet.tcp.ClientAuth;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the netstring protocol.
 *
 * @param enabled whether it is served at all
 * @param port its port. 0 is any that is free
 * @param keepAlive whether a connection stays open for further requests after a reply. An
 * error closes it all the same
 * @param sslBundle the name of a Spring SSL bundle, for TLS; none where it is not set
 * @param clientAuth whether clients have to show a certificate that the bundle trusts;
 * where it is not set, they have to if the bundle has a trust store
 */
@Validated
@ConfigurationProperties("couplet.netstring")
record NetstringProperties(@DefaultValue("true") boolean enabled, @DefaultValue("11000") @Min(0) @Max(65535) int port,
		@DefaultValue("false") boolean keepAlive, @Nullable String sslBundle, @Nullable ClientAuth clientAuth) {

}
