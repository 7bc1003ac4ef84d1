/**
 * The command line. It loads only the classes that a command needs, so that a call takes
 * little longer than starting the JVM.
 */
@NullMarked
@NamedInterface("command")
package dev.couplet.client.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
