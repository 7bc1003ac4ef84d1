/**
 * The OpenAPI description of the HTTP interface: the file {@code openapi.yaml}, completed
 * with the transforms of the running server.
 */
@NullMarked
package dev.couplet.protocol.http.openapi;

import org.jspecify.annotations.NullMarked;
