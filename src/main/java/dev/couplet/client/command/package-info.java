/**
 * The command line: what the jar does where it does not serve. Starts nothing that it
 * does not need; a call should cost little more than the JVM itself.
 */
@NullMarked
@NamedInterface("command")
package dev.couplet.client.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
