package dev.couplet.transform.guess;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.CompiledRecipe;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.StepObserver;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Value;
import org.jspecify.annotations.Nullable;

/**
 * A best-first search for the recipes that decode a value. It decodes the value that
 * looks best with each decoder that may fit, then the best of what it has not decoded,
 * and so on. It ends when nothing is left, and at the latest when it has tried a number
 * of steps, or has made a number of bytes. All steps together are within the budget of
 * one request. Used by one thread at a time.
 */
public final class GuessSearch implements ExpensiveWork {

	/**
	 * The maximum number of steps of a recipe.
	 */
	public static final int MAX_STEPS = 4;

	/**
	 * The maximum number of guesses.
	 */
	public static final int MAX_GUESSES = 10;

	private static final int MAX_ATTEMPTS = 64;

	/**
	 * The maximum size of all results, as a multiple of the maximum size of a value.
	 */
	private static final int MAX_TOTAL = 16;

	/**
	 * The maximum size of the values in memory, as a multiple of the maximum size of a
	 * value.
	 */
	private static final int MAX_KEPT = 4;

	private static final double MIN_SCORE = 0.3;

	// of a result whose encoded form has a checksum
	private static final double CERTAIN = 0.55;

	// of a result that could be one of something else
	private static final double MIN_DOUBTFUL = 0.55;

	// nanoseconds for each UTF-16 code unit
	private static final int EXAMINATION = 10;

	// nanoseconds for each UTF-16 code unit of the sample, whose look is judged
	private static final int JUDGEMENT = 150;

	private final TransformService service;

	private final Value value;

	private final RequestBudget budget;

	private final MemoryReservation memory;

	private final Consumer<@Nullable TransformException> ended;

	private final PriorityQueue<Candidate> open = new PriorityQueue<>(
			Comparator.comparingDouble(Candidate::score).reversed());

	private final Deque<Decoder.Attempt> attempts = new ArrayDeque<>();

	private final Set<String> seen = new HashSet<>();

	private final List<Guess> found = new ArrayList<>();

	private int attemptsLeft = MAX_ATTEMPTS;

	private long bytesLeft;

	private long keepLeft;

	private boolean started;

	private boolean done;

	private Decoder.@Nullable Attempt attempt;

	private @Nullable Transformation current;

	// of the attempt, not examined yet
	private @Nullable Value result;

	private @Nullable TransformException failure;

	GuessSearch(TransformService service, Value value, RequestBudget budget, MemoryReservation memory,
			Consumer<@Nullable TransformException> ended) {
		this.service = service;
		this.value = value;
		this.budget = budget;
		this.memory = memory;
		this.ended = ended;
		this.bytesLeft = MAX_TOTAL * service.limit().bytes();
		this.keepLeft = MAX_KEPT * service.limit().bytes();
	}

	@Override
	public long sliceCost() {
		Transformation running = this.current;
		if (running != null) {
			return running.sliceCost();
		}
		Value unexamined = this.started ? this.result : this.value;
		if (unexamined != null) {
			return examinationCost(unexamined.length());
		}
		Candidate next = this.attempts.isEmpty() ? this.open.peek() : null;
		return (next != null) ? examinationCost(next.length()) : EXAMINATION;
	}

	private static long examinationCost(long length) {
		return EXAMINATION * (length + 1) + JUDGEMENT * Math.min(length, Candidate.SAMPLE);
	}

	@Override
	public boolean runSlice() {
		try {
			advance();
		}
		catch (TransformException ex) {
			fail(ex);
		}
		return !this.done;
	}

	private void advance() {
		Transformation running = this.current;
		Value unexamined = this.result;
		if (!this.started) {
			this.started = true;
			add(new Candidate(List.of(), this.value, 0, 0, 1), false);
		}
		else if (running != null) {
			if (!running.runSlice()) {
				this.current = null;
				this.result = resultOf(running);
			}
		}
		else if (unexamined != null && this.attempt != null) {
			this.result = null;
			examine(unexamined, this.attempt);
		}
		else if (!this.attempts.isEmpty() && !isExhausted()) {
			begin(this.attempts.remove());
		}
		else {
			expand(this.open.poll());
		}
	}

	private void expand(@Nullable Candidate candidate) {
		if (candidate == null || isExhausted()) {
			this.done = true;
			this.ended.accept(null);
			return;
		}
		Decoders.ALL.forEach((decoder) -> this.attempts.addAll(decoder.attempts(candidate)));
	}

	private boolean isExhausted() {
		return this.attemptsLeft <= 0 || this.bytesLeft <= 0;
	}

	private void begin(Decoder.Attempt next) {
		this.attemptsLeft--;
		try {
			CompiledRecipe recipe = this.service.compile(next.step());
			if (!recipe.waits()) {
				this.attempt = next;
				this.current = this.service.begin(recipe, next.candidate().value(recipe.takes()), this.budget,
						StepObserver.NONE, (_) -> {
						});
			}
		}
		catch (UnavailableException ex) {
			throw ex;
		}
		catch (TransformException ex) {
			// this catalogue has no such transform, or another one of the name
			this.current = null;
		}
	}

	private @Nullable Value resultOf(Transformation ran) {
		try {
			Value value = ran.result();
			this.bytesLeft -= value.length();
			return value;
		}
		catch (UnavailableException | ClientGoneException ex) {
			throw ex;
		}
		catch (TransformException ex) {
			// the value is not in this encoding, or too large for this search
			return null;
		}
	}

	private void examine(Value value, Decoder.Attempt tried) {
		Decoder.Trust trust = tried.decoder().trust();
		Candidate candidate = new Candidate(tried.steps(), value, tried.candidate().best(),
				(trust == Decoder.Trust.CHECKSUM) ? CERTAIN : 0, tried.weight());
		if (trust != Decoder.Trust.LITTLE || candidate.score() >= MIN_DOUBTFUL) {
			add(candidate, trust != Decoder.Trust.NONE);
		}
	}

	private void add(Candidate candidate, boolean isResult) {
		if (candidate.length() == 0 || !this.seen.add(digest(candidate.value()))) {
			return;
		}
		int steps = candidate.steps().size();
		if (isResult && candidate.isBetter() && candidate.score() >= MIN_SCORE) {
			this.found.add(candidate.guess());
		}
		if (steps < MAX_STEPS && candidate.length() <= this.keepLeft) {
			this.keepLeft -= candidate.length();
			this.memory.retain(candidate.length());
			this.open.add(candidate);
		}
	}

	private static String digest(Value value) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.bytes()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void fail(TransformException reason) {
		this.failure = reason;
		this.done = true;
		this.ended.accept(reason);
	}

	/**
	 * Returns the guesses.
	 * @return the best first, each with a result of its own; none if the value does not
	 * seem to be encoded
	 * @throws TransformException if the search has failed
	 */
	public List<Guess> result() {
		if (this.failure != null) {
			throw this.failure;
		}
		return this.found.stream()
			.sorted(Comparator.comparingDouble(Guess::score).reversed())
			.limit(MAX_GUESSES)
			.toList();
	}

}
