/**
 * Kafka flows: each reads the records of a topic, transforms their values, and writes
 * them to another topic, in transactions.
 */
@NullMarked
@ApplicationModule(displayName = "Kafka", allowedDependencies = { "transform", "endpoint" })
package dev.couplet.protocol.kafka;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
