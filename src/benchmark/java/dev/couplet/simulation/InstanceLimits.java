package dev.couplet.simulation;

/**
 * What an instance has: threads and limits, as the server derives them from its
 * processors and its heap.
 *
 * @param processors {@code -XX:ActiveProcessorCount}
 * @param heapBytes the maximum heap
 * @param maxWaiting {@code couplet.transform.max-waiting}
 */
record InstanceLimits(int processors, long heapBytes, int maxWaiting) {

	/** The default of {@code couplet.transform.max-waiting}. */
	static final int DEFAULT_MAX_WAITING = 1000;

	/**
	 * The image in the container of {@code ops/kubernetes}: 512 MB, half of them heap.
	 */
	static final InstanceLimits POD = new InstanceLimits(2, 256L * 1024 * 1024, DEFAULT_MAX_WAITING);

	private static final int SHARE_OF_HEAP = 3;

	private static final int HEAP_PER_RAW_CONNECTION = 100 * 1024;

	private static final int HEAP_PER_HTTP_CONNECTION = 400 * 1024;

	private static final int MAX_RAW_CONNECTIONS = 10_000;

	private static final int MAX_HTTP_CONNECTIONS = 8192;

	/**
	 * Returns the same with another bound of the queues.
	 * @param other the bound
	 * @return the limits
	 */
	InstanceLimits withMaxWaiting(int other) {
		return new InstanceLimits(this.processors, this.heapBytes, other);
	}

	/**
	 * Returns the number of event loops, as {@code dev.couplet.tcp.EventLoops} has them.
	 * @return at least 1
	 */
	int eventLoops() {
		return Math.max(1, this.processors / 2);
	}

	/**
	 * Returns the number of workers, as {@code dev.couplet.transform.WorkerPool} has
	 * them.
	 * @return at least 1
	 */
	int workers() {
		return Math.max(1, this.processors - 1);
	}

	/**
	 * Returns the memory for texts: {@code MemoryBudget.defaultCapacity()}.
	 * @return bytes
	 */
	double textMemory() {
		return (double) this.heapBytes / SHARE_OF_HEAP;
	}

	/**
	 * Returns the limit of a raw port: {@code couplet.tcp.max-connections}.
	 * @return connections
	 */
	int rawConnections() {
		return (int) Math.min(this.heapBytes / HEAP_PER_RAW_CONNECTION, MAX_RAW_CONNECTIONS);
	}

	/**
	 * Returns the limit of HTTP: {@code server.tomcat.max-connections}.
	 * @return connections
	 */
	int httpConnections() {
		return (int) Math.min(this.heapBytes / HEAP_PER_HTTP_CONNECTION, MAX_HTTP_CONNECTIONS);
	}

}
