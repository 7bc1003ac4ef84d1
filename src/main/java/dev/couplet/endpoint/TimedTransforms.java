package dev.couplet.endpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.couplet.transform.CompiledRecipe;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.PendingWork;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The service as one protocol calls it: the same answers, and how long each took in
 * {@code couplet.transforms}. What a caller sends never becomes a tag: a transform is in
 * the catalogue, or goes by a name that they all share.
 */
public sealed class TimedTransforms permits TracedTransforms {

	/**
	 * Instead of a transform, where the recipe was refused or not looked at. No transform
	 * can have this name.
	 */
	private static final String UNKNOWN = "UNKNOWN";

	private static final String SUCCESS = "success";

	private final TransformService service;

	private final String protocol;

	private final MeterRegistry meters;

	private final BooleanSupplier clientGone;

	// these also keep them alive, which the registry does not
	private final Map<String, TransformTimes> successes = new ConcurrentHashMap<>();

	private final Map<Tags, TransformTimes> failures = new ConcurrentHashMap<>();

	/**
	 * Makes the view of a protocol, without traces.
	 * @param service the service
	 * @param protocol the protocol's name
	 * @param meters where the timers are registered
	 * @param clientGone tells whether the client has left whose request is served on this
	 * thread
	 */
	public TimedTransforms(TransformService service, String protocol, MeterRegistry meters,
			BooleanSupplier clientGone) {
		this.service = service;
		this.protocol = protocol;
		this.meters = meters;
		this.clientGone = clientGone;
	}

	/**
	 * Runs a recipe over a text that is there already, as
	 * {@link TransformService#transform(String, String)} does.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException where there is no result, one kind for every reason
	 */
	public String transform(String recipe, String text) {
		try (MemoryReservation reservation = newReservation()) {
			return transform(recipe, text, reservation);
		}
	}

	/**
	 * Runs a recipe over the text of a request, as
	 * {@link TransformService#transform(String, String)} does.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @param reservation of the memory for the request
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException where there is no result, one kind for every reason
	 */
	public String transform(String recipe, String text, MemoryReservation reservation) {
		RequestBudget budget = newBudget(reservation);
		Transformation transformation = begin(recipe, text, false, budget);
		await(transformation, budget);
		return transformation.result();
	}

	/**
	 * Brings several transformations of one request to their end: on this thread as long
	 * as they are cheap, and then on the threads for expensive work, for which this
	 * thread waits. The work is refused where the client leaves.
	 * @param work the transformations, at least one
	 * @param budget what the request may still take
	 */
	public void await(ExpensiveWork work, RequestBudget budget) {
		this.service.await(work, budget, this.clientGone);
	}

	/**
	 * What a request may take, all its texts together.
	 * @param reservation of the memory for it
	 * @return a new budget, of which nothing is spent
	 */
	public final RequestBudget newBudget(MemoryReservation reservation) {
		return this.service.newBudget(reservation);
	}

	/**
	 * Begins to account for the memory of a request, or of the requests of a connection
	 * one after the other.
	 * @return a reservation of nothing, to be closed when the request is answered
	 */
	public final MemoryReservation newReservation() {
		return this.service.newReservation();
	}

	/**
	 * Begins to run a recipe over a text, for a caller that must not wait. Nothing has
	 * run when this returns.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @param ascii whether the text is known to be of ASCII alone, which saves a look at
	 * a large one
	 * @param budget what the request may still take
	 * @return the transformation, to be brought to its end by the caller
	 * @throws TransformException where the recipe is refused, or the server does not
	 * serve
	 */
	public Transformation begin(String recipe, String text, boolean ascii, RequestBudget budget) {
		return begin(recipe, text, ascii, budget, UnaryOperator.identity(), (error) -> {
		});
	}

	final Transformation begin(String recipe, String text, boolean ascii, RequestBudget budget,
			UnaryOperator<CompiledRecipe> prepared, Consumer<@Nullable TransformException> ended) {
		long start = System.nanoTime();
		CompiledRecipe compiled = compile(recipe, start);
		return this.service.begin(prepared.apply(compiled), text, ascii, budget, (error) -> {
			record(compiled.name(), error, start);
			ended.accept(error);
		});
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
		return this.service.execute(work);
	}

	/**
	 * Counts a text that was not transformed, because its request was not read.
	 * @param error why
	 */
	public void countUnread(TransformException error) {
		record(UNKNOWN, error, System.nanoTime());
	}

	/**
	 * Checks a recipe before there is a text to run it over. One that is refused counts
	 * like a text that was not transformed.
	 * @param recipe a recipe as written
	 * @throws TransformException where {@link #transform(String, String)} would refuse
	 * the recipe, whatever the text
	 */
	public void check(String recipe) {
		compile(recipe, System.nanoTime());
	}

	private CompiledRecipe compile(String recipe, long start) {
		try {
			return this.service.compile(recipe);
		}
		catch (TransformException ex) {
			record(UNKNOWN, ex, start);
			throw ex;
		}
	}

	/**
	 * What a text and its result may come to.
	 * @return the limit
	 */
	public SizeLimit limit() {
		return this.service.limit();
	}

	private void record(String transform, @Nullable TransformException error, long start) {
		TransformTimes known = (error != null) ? failures(transform, error) : successes(transform);
		known.add(System.nanoTime() - start);
	}

	private TransformTimes successes(String transform) {
		TransformTimes known = this.successes.get(transform);
		return (known != null) ? known
				: this.successes.computeIfAbsent(transform, (name) -> register(new Tags(name, SUCCESS)));
	}

	private TransformTimes failures(String transform, TransformException error) {
		return this.failures.computeIfAbsent(new Tags(transform, FailureReason.of(error).word()), this::register);
	}

	private TransformTimes register(Tags tags) {
		TransformTimes fresh = new TransformTimes();
		FunctionTimer
			.builder("couplet.transforms", fresh, TransformTimes::count, TransformTimes::nanoseconds,
					TimeUnit.NANOSECONDS)
			.description("Texts that were to be transformed")
			.tag("protocol", this.protocol)
			.tag("transform", tags.transform())
			.tag("outcome", tags.outcome())
			.register(this.meters);
		return fresh;
	}

	/**
	 * What tells the times of a protocol apart.
	 *
	 * @param transform the transform's name, or what stands for it
	 * @param outcome what came of it
	 */
	private record Tags(String transform, String outcome) {

	}

}
