/**
 * Extensions of Tomcat: deadlines for requests and handshakes, a lingering close, problem
 * details for all errors, and a drain. All code that depends on Tomcat's classes is here,
 * and each class documents the internals that it relies on.
 */
@NullMarked
package dev.couplet.protocol.http.tomcat;

import org.jspecify.annotations.NullMarked;
