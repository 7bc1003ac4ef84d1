/**
 * A peer of Kafka flows.
 */
@NullMarked
package dev.couplet.benchmark.kafka;

import org.jspecify.annotations.NullMarked;
