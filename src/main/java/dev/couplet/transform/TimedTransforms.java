package dev.couplet.transform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;

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

	// also keeps them alive, which the registry does not
	private final Map<Tags, TransformTimes> times = new ConcurrentHashMap<>();

	/**
	 * Makes the view of a protocol, without traces.
	 * @param service the service
	 * @param protocol the protocol's name
	 * @param meters where the timers are registered
	 */
	public TimedTransforms(TransformService service, String protocol, MeterRegistry meters) {
		this.service = service;
		this.protocol = protocol;
		this.meters = meters;
	}

	/**
	 * Runs a recipe over a text, as {@link TransformService#transform(String, String)}
	 * does.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException where there is no result, one kind for every reason
	 */
	public String transform(String recipe, String text) {
		long start = System.nanoTime();
		String transform = UNKNOWN;
		try {
			CompiledRecipe compiled = this.service.compile(recipe);
			transform = compiled.name();
			String result = run(compiled, text);
			record(transform, SUCCESS, start);
			return result;
		}
		catch (TransformException ex) {
			record(transform, FailureReason.of(ex).word(), start);
			throw ex;
		}
	}

	String run(CompiledRecipe recipe, String text) {
		return this.service.run(recipe, text);
	}

	/**
	 * Checks a recipe before there is a text to run it over. One that is refused counts
	 * like a text that was not transformed.
	 * @param recipe a recipe as written
	 * @throws TransformException where {@link #transform(String, String)} would refuse
	 * the recipe, whatever the text
	 */
	public void check(String recipe) {
		long start = System.nanoTime();
		try {
			this.service.compile(recipe);
		}
		catch (TransformException ex) {
			record(UNKNOWN, FailureReason.of(ex).word(), start);
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

	private void record(String transform, String outcome, long start) {
		Tags tags = new Tags(transform, outcome);
		TransformTimes known = this.times.get(tags);
		if (known == null) {
			known = this.times.computeIfAbsent(tags, this::register);
		}
		known.add(System.nanoTime() - start);
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
