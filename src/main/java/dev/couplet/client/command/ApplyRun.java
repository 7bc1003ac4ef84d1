package dev.couplet.client.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs a recipe on one source after the other. A source that cannot be read, or that is
 * refused, is reported, and the next one follows.
 */
final class ApplyRun {

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private static final int BUFFER = 64 * 1024;

	private static final long MEGABYTE = 1024 * 1024;

	private final Console console;

	private final LocalRecipe recipe;

	private final boolean eachLine;

	private final long maxSize;

	private final ProgressLine progress;

	/**
	 * Creates a run.
	 * @param console the standard streams
	 * @param recipe the recipe
	 * @param eachLine whether each line is a value, rather than the whole source
	 * @param maxSize the maximum size of a value in bytes
	 */
	ApplyRun(Console console, LocalRecipe recipe, boolean eachLine, long maxSize) {
		this.console = console;
		this.recipe = recipe;
		this.eachLine = eachLine;
		this.maxSize = maxSize;
		// lines of results on the same terminal would be mixed with it
		this.progress = new ProgressLine(console.errors(), !(eachLine && Descriptor.OUTPUT.isTerminal()));
	}

	/**
	 * Runs the recipe on all sources.
	 * @param sources the sources
	 * @param output gets the results
	 * @return whether there were no errors
	 * @throws IOException if the output cannot be written
	 */
	boolean apply(List<Source> sources, OutputStream output) throws IOException {
		boolean successful = true;
		for (Source source : sources) {
			successful &= apply(source, output);
		}
		return successful;
	}

	private boolean apply(Source source, OutputStream output) throws IOException {
		try {
			if (this.eachLine) {
				applyToLines(source, output);
			}
			else {
				output.write(applyToAll(source));
			}
			return true;
		}
		catch (UnreadableInputException ex) {
			this.console.printError(Console.describe(ex));
		}
		catch (LocalRefusalException ex) {
			this.console.printError(prefix(source) + Console.describe(ex));
		}
		return false;
	}

	private byte[] applyToAll(Source source) throws IOException, LocalRefusalException {
		byte[] value = source.read(this.maxSize);
		AtomicReference<String> step = new AtomicReference<>("");
		long start = System.nanoTime();
		try (DelayedProgress _ = DelayedProgress.start(this.progress,
				() -> prefix(source) + step.get() + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s")) {
			return this.recipe.apply(value, step::set);
		}
	}

	private void applyToLines(Source source, OutputStream output) throws IOException, LocalRefusalException {
		OutputStream buffered = new BufferedOutputStream(output, BUFFER);
		AtomicLong done = new AtomicLong();
		long size = source.size();
		try (LineReader lines = new LineReader(source, buffered, this.maxSize);
				DelayedProgress _ = DelayedProgress.start(this.progress,
						() -> prefix(source) + progress(done.get(), size))) {
			byte[] line = lines.next();
			if (line != null) {
				line = copyByteOrderMark(line, buffered);
			}
			while (line != null) {
				done.addAndGet(line.length + lines.ending().length);
				buffered.write(apply(line, lines.number()));
				buffered.write(lines.ending());
				line = lines.next();
			}
		}
		finally {
			// also the lines before one that is refused
			buffered.flush();
		}
	}

	// as the brackets each-line(...) do
	private static byte[] copyByteOrderMark(byte[] line, OutputStream output) throws IOException {
		if (!startsWithByteOrderMark(line)) {
			return line;
		}
		output.write(BYTE_ORDER_MARK);
		return Arrays.copyOfRange(line, BYTE_ORDER_MARK.length, line.length);
	}

	private static boolean startsWithByteOrderMark(byte[] line) {
		return line.length >= BYTE_ORDER_MARK.length
				&& Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
	}

	private byte[] apply(byte[] line, long number) throws LocalRefusalException {
		try {
			return this.recipe.apply(line, (step) -> {
			});
		}
		catch (LocalRefusalException ex) {
			throw new LocalRefusalException("line " + number + ": " + Console.describe(ex), ex);
		}
	}

	private static String progress(long done, long size) {
		String megabytes = String.valueOf(done / MEGABYTE);
		return (size > 0) ? megabytes + " of " + size / MEGABYTE + " MB" : megabytes + " MB";
	}

	private static String prefix(Source source) {
		return (source.file() != null) ? source.name() + ": " : "";
	}

}
