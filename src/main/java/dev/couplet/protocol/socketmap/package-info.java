/**
 * Persistent sessions: the server's side of Postfix's socketmap protocol, in netstring
 * frames. What a raw exchange cannot tell, why a text was not transformed, a session
 * does.
 */
@NullMarked
@ApplicationModule(displayName = "Socketmap", allowedDependencies = { "transform", "endpoint", "tcp" })
package dev.couplet.protocol.socketmap;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
