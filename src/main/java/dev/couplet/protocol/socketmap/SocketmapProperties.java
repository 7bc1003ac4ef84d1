package dev.couplet.protocol.socketmap;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import dev.couplet.tcp.ClientAuth;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the socketmap protocol.
 *
 * @param enabled whether the protocol is enabled
 * @param port the port. 0 selects any free port
 * @param path the file of a Unix domain socket on which the protocol is served too. None
 * by default
 * @param unchanged the reply where the result is the value itself, byte for byte
 * @param maxSessionAge the age at which a session ends after a reply. A time without a
 * unit is in seconds. 0 means no maximum
 * @param sslBundle the name of a Spring SSL bundle, for TLS. No TLS by default
 * @param clientAuth whether clients must present a certificate that the bundle trusts. By
 * default they must if the bundle has a trust store
 */
@Validated
@ConfigurationProperties("couplet.socketmap")
record SocketmapProperties(@DefaultValue("true") boolean enabled, @DefaultValue("11001") @Min(0) @Max(65535) int port,
		@Nullable Path path, @DefaultValue("ok") Unchanged unchanged,
		@DefaultValue("0s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
				days = 365) Duration maxSessionAge,
		@Nullable String sslBundle, @Nullable ClientAuth clientAuth) {

}
