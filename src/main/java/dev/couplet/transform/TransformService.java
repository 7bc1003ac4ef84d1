package dev.couplet.transform;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs recipes. Every protocol calls this service, so that the same recipe and value give
 * the same result over each of them.
 */
public final class TransformService {

	private final Catalogue catalogue;

	private final RecipeCache recipes;

	private final SizeLimit limit;

	private final Duration maxCost;

	private final WorkerPool workers;

	private final WaitingPool waiting;

	private final MemoryBudget memory;

	private volatile boolean running = true;

	/**
	 * Creates the service.
	 * @param catalogue the available transforms
	 * @param limit the maximum size of a text, of every intermediate result and of the
	 * result
	 */
	public TransformService(Catalogue catalogue, SizeLimit limit) {
		this(catalogue, limit, RequestBudget.defaultCostLimit(limit), MemoryBudget.defaultCapacity(),
				WorkerPool.MAX_WAITING);
	}

	/**
	 * Creates the service.
	 * @param catalogue the available transforms
	 * @param limit the maximum size of a text, of every intermediate result and of the
	 * result
	 * @param maxCost the maximum processor time of a request, as estimated by the weights
	 * of its transforms
	 * @param maxMemory the maximum memory in bytes for the texts of all requests
	 * together, at least 1
	 * @param maxWaiting the maximum number of expensive requests that wait for a
	 * processor, and of large texts that wait for memory, at least 1
	 */
	public TransformService(Catalogue catalogue, SizeLimit limit, Duration maxCost, long maxMemory, int maxWaiting) {
		this(catalogue, limit, maxCost, new WorkerPool(maxWaiting), new MemoryBudget(maxMemory, limit, maxWaiting));
	}

	TransformService(Catalogue catalogue, SizeLimit limit, Duration maxCost, WorkerPool workers, MemoryBudget memory) {
		this.memory = memory;
		this.catalogue = catalogue;
		this.recipes = new RecipeCache(catalogue);
		this.limit = limit;
		this.maxCost = maxCost;
		this.workers = workers;
		this.waiting = new WaitingPool(workers);
	}

	/**
	 * Runs a recipe on a value. The whole recipe is checked before the value is
	 * processed. Cheap work runs on the calling thread. Expensive work is queued for a
	 * worker thread, and this method waits for it.
	 * @param recipe the recipe in its text form
	 * @param value the value
	 * @return the result, of the kind that the recipe gives
	 * @throws TransformException if the request is refused or fails; there is a subclass
	 * for each reason
	 */
	public Value transform(String recipe, Value value) {
		try (MemoryReservation reservation = newReservation()) {
			RequestBudget budget = newBudget(reservation);
			Transformation transformation = begin(compile(recipe), value, budget, StepObserver.NONE, (_) -> {
			});
			await(transformation, budget, () -> false);
			return transformation.result();
		}
	}

	/**
	 * Compiles a recipe, or returns it from the cache.
	 * @param recipe the recipe in its text form
	 * @return the compiled recipe
	 * @throws TransformException if the recipe is invalid or the server is shutting down
	 */
	public CompiledRecipe compile(String recipe) {
		requireRunning();
		return this.recipes.get(recipe);
	}

	/**
	 * Checks that requests are accepted.
	 * @throws UnavailableException if the server is shutting down
	 */
	public void requireRunning() {
		if (!this.running) {
			throw UnavailableException.shuttingDown();
		}
	}

	/**
	 * Prepares to run a recipe on a value. No step has run when this method returns.
	 * @param recipe the compiled recipe
	 * @param value the value
	 * @param budget the remaining budget of the request
	 * @param observer is told which step runs
	 * @param ended called once, at the end, with the error, or with null on success
	 * @return the transformation, which the caller must run to its end
	 * @throws MalformedTextException if the recipe takes a text and the value is not one
	 */
	public Transformation begin(CompiledRecipe recipe, Value value, RequestBudget budget, StepObserver observer,
			Consumer<@Nullable TransformException> ended) {
		return new Transformation(recipe, value, this.limit, budget, observer, (error) -> {
			logFailure(error);
			ended.accept(error);
		});
	}

	/**
	 * Runs work to its end: on this thread while it is cheap, and then on other threads,
	 * while this thread waits.
	 * @param work the transformations of one request, with at least one step left
	 * @param budget the remaining budget of the request
	 * @param clientGone returns true if the client has disconnected; called on this
	 * thread
	 */
	public void await(ExpensiveWork work, RequestBudget budget, BooleanSupplier clientGone) {
		Abandonment abandonment = Abandonment.when(clientGone);
		boolean more = true;
		while (more && !work.waits()) {
			more = budget.spendCheap(work.sliceCost()) ? work.runSlice()
					: this.workers.executeAndWait(work, abandonment);
		}
		if (more) {
			startWaiting(work, budget).join(abandonment);
		}
	}

	/**
	 * Creates the budget of a request, for all its texts together.
	 * @param reservation the request's memory reservation
	 * @return a new budget
	 */
	public RequestBudget newBudget(MemoryReservation reservation) {
		return new RequestBudget(this.maxCost, reservation);
	}

	/**
	 * Creates a memory reservation for a request.
	 * @return an empty reservation, to be closed after the reply
	 */
	public MemoryReservation newReservation() {
		return new MemoryReservation(this.memory);
	}

	/**
	 * Returns the default limit for the memory of all texts together.
	 * @return a third of the heap, in bytes
	 */
	public static long defaultMaxMemory() {
		return MemoryBudget.defaultCapacity();
	}

	/**
	 * Returns how much memory is reserved for texts.
	 * @return the current number of bytes
	 */
	public long reservedMemory() {
		return this.memory.reserved();
	}

	/**
	 * Returns whether texts wait for memory.
	 * @return false if the queue is empty
	 */
	public boolean isMemoryAwaited() {
		return this.memory.isAwaited();
	}

	/**
	 * Returns the maximum memory for the texts of all requests together.
	 * @return bytes
	 */
	public long maxMemory() {
		return this.memory.capacity();
	}

	/**
	 * Returns how many expensive requests wait for a processor.
	 * @return the current number
	 */
	public int queueLength() {
		return this.workers.queueLength();
	}

	/**
	 * Queues work for the worker threads, and returns at once.
	 * @param work the work. It is refused later if it does not start within the time
	 * limit
	 * @return a handle for abandoning the work if the client disconnects
	 * @throws UnavailableException if the queue is full; {@link ExpensiveWork#fail} is
	 * not called
	 */
	public PendingWork execute(ExpensiveWork work) {
		return this.workers.execute(work);
	}

	/**
	 * Starts work on a virtual thread, and returns at once.
	 * @param work the work of a recipe that {@link CompiledRecipe#waits() waits}
	 * @param budget the remaining budget of the request
	 * @return a handle for abandoning the work if the client disconnects
	 */
	public PendingWork executeWaiting(ExpensiveWork work, RequestBudget budget) {
		return startWaiting(work, budget);
	}

	private WaitingWork startWaiting(ExpensiveWork work, RequestBudget budget) {
		WaitingWork started = this.waiting.execute(work, budget);
		if (!this.running) {
			// after stop() has abandoned those that it found
			started.abandon(UnavailableException.shuttingDown());
		}
		return started;
	}

	private static void logFailure(@Nullable TransformException error) {
		if (error instanceof TransformFailedException failure) {
			// not a constant, because in a program without a logging library, the first
			// logger
			// prints a warning
			LoggerFactory.getLogger(TransformService.class)
				.error("The transform '{}' failed", failure.transform(), LoggableFailure.of(failure.getCause()));
		}
	}

	/**
	 * Returns the available transforms.
	 * @return the catalogue
	 */
	public Catalogue catalogue() {
		return this.catalogue;
	}

	/**
	 * Returns the maximum size of a text and its result.
	 * @return the limit
	 */
	public SizeLimit limit() {
		return this.limit;
	}

	/**
	 * Starts the worker threads and accepts requests, also after {@link #stop()}. A new
	 * service accepts requests without this call.
	 */
	public void start() {
		this.workers.start();
		this.running = true;
	}

	/**
	 * Refuses all further requests with {@link UnavailableException}, and those that wait
	 * for something outside of the process.
	 * @return whether any waited; they end soon after this call
	 */
	public boolean stop() {
		this.running = false;
		return this.waiting.abandonAll(UnavailableException.shuttingDown());
	}

}
