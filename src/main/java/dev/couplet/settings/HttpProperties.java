package dev.couplet.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A setting of Spring's that Spring does not check until it fails.
 *
 * @param port the port of HTTP. 0 is any that is free, -1 is none
 */
@Validated
@ConfigurationProperties("server")
record HttpProperties(@DefaultValue("8080") @Min(-1) @Max(65535) int port) {

}
