package dev.couplet.benchmark;

/**
 * The result of a server under a load of a certain size.
 *
 * @param line the server and the kind of exchange
 * @param size the number of clients, or of bytes of text
 * @param sample the result
 */
record GrowthPoint(String line, int size, Sample sample) {

}
