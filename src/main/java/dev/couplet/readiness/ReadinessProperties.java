package dev.couplet.readiness;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings for reporting readiness.
 *
 * @param file a file that exists, and is at most a few seconds old, while the server is
 * ready. If not set or empty, no file is written
 */
@ConfigurationProperties("couplet.readiness")
record ReadinessProperties(@Nullable Path file) {

}
