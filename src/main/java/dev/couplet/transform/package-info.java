/**
 * The core: what a transform is, the catalogue of them all, the recipes that put them in
 * a row, and the one service that runs a recipe over a text. Plain Java, usable as a
 * library by itself: it knows no protocol, no framework and no metrics.
 */
@NullMarked
@ApplicationModule(displayName = "Transform", allowedDependencies = {})
package dev.couplet.transform;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
