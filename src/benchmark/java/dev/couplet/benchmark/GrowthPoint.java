package dev.couplet.benchmark;

/**
 * A server under a load of some size.
 *
 * @param line the server and the kind of exchange
 * @param size how many clients, or how many bytes of text
 * @param sample what was seen
 */
record GrowthPoint(String line, int size, Sample sample) {

}
