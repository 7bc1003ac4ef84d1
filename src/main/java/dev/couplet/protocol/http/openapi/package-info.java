/**
 * The OpenAPI description: springdoc generates it from the controllers, and this package
 * adds recipes and problems.
 */
@NullMarked
package dev.couplet.protocol.http.openapi;

import org.jspecify.annotations.NullMarked;
