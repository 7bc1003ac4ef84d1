package dev.couplet.readiness;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the server tells that it is ready.
 *
 * @param file a file that is there, and was written within the last seconds, as long as
 * the server is ready. None where it is not set
 */
@ConfigurationProperties("couplet.readiness")
record ReadinessProperties(@Nullable Path file) {

}
