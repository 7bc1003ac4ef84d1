package dev.couplet.endpoint;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of authentication.
 *
 * @param tokens a file with the names of clients and the SHA-256 hashes of their tokens,
 * one of which every request over HTTP, MCP and gRPC must have, except for the health. No
 * request needs one by default
 */
@ConfigurationProperties("couplet.http")
record TokenProperties(@Nullable Path tokens) {

}
