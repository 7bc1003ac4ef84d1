/**
 * Tomcat held to what is promised: deadlines for everything that a client has to send,
 * answers that no reset overtakes, a problem for every error, a drain that loses nothing.
 * Everything that hangs on Tomcat's own classes is here, and each class says on what.
 */
@NullMarked
package dev.couplet.protocol.http.tomcat;

import org.jspecify.annotations.NullMarked;
