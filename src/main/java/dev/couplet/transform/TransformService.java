package dev.couplet.transform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one service that every protocol calls. It knows nothing of them; the same recipe
 * and text give the same result, whoever asks.
 */
public final class TransformService {

	private static final Logger logger = LoggerFactory.getLogger(TransformService.class);

	/**
	 * How many recipes are kept compiled. Callers tend to use the same few; and were they
	 * all as long as can be, they would come to a few megabytes.
	 */
	private static final int MOST_COMPILED = 1000;

	private final Catalogue catalogue;

	private final Map<String, CompiledRecipe> compiled = new ConcurrentHashMap<>();

	private final SizeLimit limit;

	private final Duration mostCost;

	private final WorkerPool workers;

	private final MemoryBudget memory;

	private volatile boolean running = true;

	/**
	 * Makes the service.
	 * @param catalogue the transforms that there are
	 * @param limit what a text, every intermediate result and the result may come to
	 */
	public TransformService(Catalogue catalogue, SizeLimit limit) {
		this(catalogue, limit, RequestBudget.mostFor(limit), MemoryBudget.shareOfHeap(), WorkerPool.MOST_WAITING);
	}

	/**
	 * Makes the service.
	 * @param catalogue the transforms that there are
	 * @param limit what a text, every intermediate result and the result may come to
	 * @param mostCost what a request may take of a processor's time, by the weights of
	 * its transforms
	 * @param mostMemory the bytes that texts of all requests may take together, at least
	 * 1
	 * @param mostWaiting how many expensive requests may wait for a processor, and how
	 * many large ones for memory, at least 1
	 */
	public TransformService(Catalogue catalogue, SizeLimit limit, Duration mostCost, long mostMemory, int mostWaiting) {
		this(catalogue, limit, mostCost, new WorkerPool(mostWaiting), new MemoryBudget(mostMemory, limit, mostWaiting));
	}

	TransformService(Catalogue catalogue, SizeLimit limit, Duration mostCost, WorkerPool workers, MemoryBudget memory) {
		this.memory = memory;
		this.catalogue = catalogue;
		this.limit = limit;
		this.mostCost = mostCost;
		this.workers = workers;
	}

	/**
	 * Runs a recipe over a text. The recipe is checked as a whole before the text is
	 * touched. Cheap work is done on this thread; expensive work waits for its turn on
	 * one of the threads for it, and this thread waits with it.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException where there is no result, one kind for every reason
	 */
	public String transform(String recipe, String text) {
		try (MemoryReservation reservation = newReservation()) {
			RequestBudget budget = newBudget(reservation);
			Transformation transformation = begin(compile(recipe), text, false, budget, (_) -> {
			});
			await(transformation, budget, () -> false);
			return transformation.result();
		}
	}

	/**
	 * Checks a recipe and makes it ready to run.
	 * @param recipe a recipe as written
	 * @return the recipe, ready to run
	 * @throws TransformException where the recipe is refused, or the server does not
	 * serve
	 */
	public CompiledRecipe compile(String recipe) {
		if (!this.running) {
			throw UnavailableException.shuttingDown();
		}
		CompiledRecipe known = this.compiled.get(recipe);
		return (known != null) ? known : compileAnew(recipe);
	}

	private CompiledRecipe compileAnew(String recipe) {
		CompiledRecipe fresh = this.catalogue.compile(Recipe.parse(recipe));
		if (this.compiled.size() >= MOST_COMPILED) {
			// to keep account of which were used last costs every request more than it
			// costs a few to be compiled again
			this.compiled.clear();
		}
		this.compiled.put(recipe, fresh);
		return fresh;
	}

	/**
	 * Begins to run a recipe over a text. Nothing has run when this returns.
	 * @param recipe the recipe, ready to run
	 * @param text well-formed Unicode, possibly empty
	 * @param ascii whether the text is known to be of ASCII alone, which saves a look at
	 * a large one
	 * @param budget what the request may still take
	 * @param ended told once, at the end, why there is no result, or null where there is
	 * one
	 * @return the transformation, to be brought to its end by the caller
	 */
	public Transformation begin(CompiledRecipe recipe, String text, boolean ascii, RequestBudget budget,
			Consumer<@Nullable TransformException> ended) {
		return new Transformation(recipe, text, ascii, this.limit, budget, (error) -> {
			logFailure(error);
			ended.accept(error);
		});
	}

	/**
	 * Brings work to its end: on this thread as long as it is cheap, and then on the
	 * threads for expensive work, for which this thread waits.
	 * @param work transformations of one request, at least one step of them
	 * @param budget what the request may still cost
	 * @param clientGone tells whether nobody waits for the result any more; asked on this
	 * thread
	 */
	public void await(ExpensiveWork work, RequestBudget budget, BooleanSupplier clientGone) {
		boolean more = true;
		while (more && budget.spendCheap(work.nextCost())) {
			more = work.runNext();
		}
		if (more) {
			this.workers.executeAndWait(work, clientGone);
		}
	}

	/**
	 * What a request may take, all its texts together.
	 * @param reservation of the memory for it
	 * @return a new budget, of which nothing is spent
	 */
	public RequestBudget newBudget(MemoryReservation reservation) {
		return new RequestBudget(this.mostCost, reservation);
	}

	/**
	 * Begins to account for the memory that a request takes.
	 * @return a reservation of nothing, to be closed when the request is answered
	 */
	public MemoryReservation newReservation() {
		return new MemoryReservation(this.memory);
	}

	/**
	 * What texts may take together where nobody says.
	 * @return a third of the heap, in bytes
	 */
	public static long shareOfHeap() {
		return MemoryBudget.shareOfHeap();
	}

	/**
	 * How much of the memory for texts is reserved.
	 * @return bytes now
	 */
	public long reservedMemory() {
		return this.memory.reserved();
	}

	/**
	 * What texts may take, those of all requests together.
	 * @return bytes
	 */
	public long mostMemory() {
		return this.memory.most();
	}

	/**
	 * How many expensive requests wait for a processor.
	 * @return the number now
	 */
	public int waiting() {
		return this.workers.waiting();
	}

	/**
	 * Has some work done on the threads for expensive work, as its turns come. Returns at
	 * once.
	 * @param work the work, which is refused later where its first turn does not come in
	 * time
	 * @return the work, to be abandoned where its client leaves
	 * @throws UnavailableException where too much waits already; the work is not refused
	 */
	public PendingWork execute(ExpensiveWork work) {
		return this.workers.execute(work);
	}

	private static void logFailure(@Nullable TransformException error) {
		if (error instanceof TransformFailedException failure) {
			logger.error("The transform '{}' failed", failure.transform(), LoggableFailure.of(failure.getCause()));
		}
	}

	/**
	 * The transforms that there are.
	 * @return the catalogue
	 */
	public Catalogue catalogue() {
		return this.catalogue;
	}

	/**
	 * What a text and its result may come to.
	 * @return the limit
	 */
	public SizeLimit limit() {
		return this.limit;
	}

	/**
	 * Takes requests, as it does from the beginning.
	 */
	public void start() {
		this.workers.start();
		this.running = true;
	}

	/**
	 * Refuses every request from now on as {@link UnavailableException unavailable}.
	 */
	public void stop() {
		this.running = false;
	}

}
