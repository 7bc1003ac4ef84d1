package dev.couplet.socketmap;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the socketmap protocol.
 *
 * @param enabled whether it is served at all
 * @param port its port. 0 is any that is free
 */
@Validated
@ConfigurationProperties("couplet.socketmap")
record SocketmapProperties(@DefaultValue("true") boolean enabled, @DefaultValue("11001") @Min(0) @Max(65535) int port) {

}
