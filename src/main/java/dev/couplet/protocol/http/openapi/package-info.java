/**
 * The HTTP interface described for tools (OpenAPI): what springdoc reads off the
 * controllers, and what it cannot see there, the recipes and the problems.
 */
@NullMarked
package dev.couplet.protocol.http.openapi;

import org.jspecify.annotations.NullMarked;
