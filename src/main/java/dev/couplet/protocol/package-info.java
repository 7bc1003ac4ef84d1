/**
 * The protocols, one package each. They only translate, and do not depend on each other.
 */
@NullMarked
package dev.couplet.protocol;

import org.jspecify.annotations.NullMarked;
