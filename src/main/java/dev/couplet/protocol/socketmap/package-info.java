/**
 * The server side of Postfix's socketmap protocol: persistent sessions in netstring
 * frames, with error replies.
 */
@NullMarked
@ApplicationModule(displayName = "Socketmap", allowedDependencies = { "transform", "endpoint", "tcp" })
package dev.couplet.protocol.socketmap;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
