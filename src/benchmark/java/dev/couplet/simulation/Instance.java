package dev.couplet.simulation;

/**
 * An instance of the server. What a request passes, in order: the limit of connections,
 * the memory for its text, the threads that receive it, and if it is expensive the
 * workers.
 */
final class Instance {

	/** Tomcat's default of {@code server.tomcat.accept-count}. */
	private static final int HTTP_BACKLOG = 100;

	private final Memory memory;

	private final Connections rawPort;

	private final Connections httpPort;

	private final Threads eventLoops;

	private final Threads carriers;

	private final Workers workers;

	private long accepted;

	private int inFlight;

	/**
	 * Creates an instance.
	 * @param timeline the time
	 * @param processors the processors, its own or shared with others
	 * @param limits its threads and limits
	 */
	Instance(Timeline timeline, Processors processors, InstanceLimits limits) {
		this.memory = new Memory(timeline, limits);
		this.rawPort = new Connections(limits.rawConnections(), 0);
		this.httpPort = new Connections(limits.httpConnections(), HTTP_BACKLOG);
		this.eventLoops = new Threads(processors, limits.eventLoops());
		// of virtual threads
		this.carriers = new Threads(processors, limits.processors());
		this.workers = new Workers(timeline, processors, limits);
	}

	/**
	 * Takes a request.
	 * @param kind its kind
	 * @param work its processor time on workers
	 * @param reply told the end
	 */
	void accept(RequestKind kind, double work, Reply reply) {
		Connections port = port(kind);
		double bytes = Memory.arrivingSize(kind.bytes());
		this.inFlight++;
		Reply left = (served) -> {
			this.inFlight--;
			reply.ended(served);
		};
		port.open(() -> {
			Reply closed = (served) -> {
				port.close();
				left.ended(served);
			};
			this.memory.reserve(bytes, () -> receive(kind, work, (served) -> {
				this.memory.release(bytes);
				closed.ended(served);
			}), () -> closed.ended(false));
		}, () -> left.ended(false));
	}

	private void receive(RequestKind kind, double work, Reply reply) {
		ExpensiveRequest expensive = kind.isExpensive()
				? new ExpensiveRequest(this.accepted++, kind.costs(), work, reply) : null;
		receivers(kind).execute(kind.receiving(), () -> {
			if (expensive != null) {
				this.workers.execute(expensive);
			}
			else {
				reply.ended(true);
			}
		});
	}

	private Connections port(RequestKind kind) {
		return switch (kind.protocol()) {
			case NETSTRING -> this.rawPort;
			case HTTP -> this.httpPort;
		};
	}

	private Threads receivers(RequestKind kind) {
		return switch (kind.protocol()) {
			case NETSTRING -> this.eventLoops;
			case HTTP -> this.carriers;
		};
	}

	/**
	 * Returns the metric {@code couplet_transforms_waiting}.
	 * @return expensive requests that wait for a worker
	 */
	int waiting() {
		return this.workers.waiting();
	}

	/**
	 * Returns how many requests it has.
	 * @return the number of those that have not ended
	 */
	int inFlight() {
		return this.inFlight;
	}

}
