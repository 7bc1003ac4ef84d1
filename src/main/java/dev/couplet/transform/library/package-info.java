/**
 * The built-in transforms, in one class for each group. A transform that is added to its
 * class is available in the catalogue, on every protocol and in the tests.
 */
@NullMarked
@NamedInterface("library")
package dev.couplet.transform.library;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
