/**
 * The HTTP interface described for tools (OpenAPI): what springdoc reads off the
 * controllers, and what it cannot see there, the recipes and the problems.
 */
@NullMarked
@ApplicationModule(displayName = "OpenAPI", allowedDependencies = "transform")
package dev.couplet.openapi;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
