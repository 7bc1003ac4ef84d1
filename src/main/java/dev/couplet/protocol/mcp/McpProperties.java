package dev.couplet.protocol.mcp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of MCP over HTTP.
 *
 * @param enabled whether the protocol is enabled
 * @param maxResult the maximum number of characters of a result that is returned to a
 * model, in base64 if it is bytes
 */
@Validated
@ConfigurationProperties("couplet.mcp")
record McpProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("" + TransformTool.MAX_RESULT) @Min(1) @Max(1_000_000_000) int maxResult) {

}
