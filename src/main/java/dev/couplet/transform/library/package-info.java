/**
 * The built-in transforms, a class a subject. Each is one entry in its class, and appears
 * in the catalogue, on every protocol and in the tests by itself.
 */
@NullMarked
@NamedInterface("library")
package dev.couplet.transform.library;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
