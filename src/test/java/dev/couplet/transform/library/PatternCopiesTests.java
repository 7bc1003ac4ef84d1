package dev.couplet.transform.library;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PatternCopiesTests {

	private final PatternCopies copies = new PatternCopies(Pattern.compile("^the"));

	@Test
	void givesOneThreadAlwaysTheSameCopy() {
		assertThat(this.copies.ofThread()).isSameAs(this.copies.ofThread());
	}

	@Test
	void givesManyThreadsMoreThanOneCopyButNotOneEach() throws InterruptedException {
		Set<Integer> given = ConcurrentHashMap.newKeySet();
		int threads = 200 * Runtime.getRuntime().availableProcessors();
		for (int i = 0; i < threads; i++) {
			Thread.ofPlatform().start(() -> given.add(System.identityHashCode(this.copies.ofThread()))).join();
		}
		assertThat(given).hasSizeBetween(2, 2 * Runtime.getRuntime().availableProcessors());
	}

	@Test
	void givesCopiesThatMatchTheSame() {
		Pattern copy = this.copies.ofThread();
		assertThat(copy.matcher("the end").find()).isTrue();
		assertThat(copy.matcher("to the end").find()).isFalse();
	}

}
