package dev.couplet.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Validates a Spring setting that Spring itself does not validate at startup.
 *
 * @param port the HTTP port. 0 selects any free port, -1 disables HTTP
 */
@Validated
@ConfigurationProperties("server")
record HttpPortProperties(@DefaultValue("8080") @Min(-1) @Max(65535) int port) {

}
