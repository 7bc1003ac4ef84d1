/**
 * Finds the recipes that decode a value of unknown form. Plain Java, like the core.
 */
@NullMarked
@NamedInterface("guess")
package dev.couplet.transform.guess;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
