package dev.couplet.endpoint;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings that are not specific to a part of the server.
 *
 * @param address the host name or IP address that all listeners bind to, including HTTP.
 * {@code 0.0.0.0} means all addresses
 * @param recipes named recipes. Each becomes a transform on every protocol. None by
 * default
 */
@Validated
@ConfigurationProperties("couplet")
public record CoupletProperties(@DefaultValue("localhost") @NotBlank String address,
		@DefaultValue Map<String, String> recipes) {

}
