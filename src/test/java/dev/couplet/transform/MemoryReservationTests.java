package dev.couplet.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MemoryReservation} and {@link MemoryBudget}.
 */
class MemoryReservationTests {

	private static final int SIZE = 10_000;

	private static final long NEED = 2L * SIZE;

	// room for two and a half texts
	private final MemoryBudget budget = new MemoryBudget(2 * NEED + NEED / 2, new SizeLimit(1), 2);

	private final List<String> granted = new ArrayList<>();

	@Test
	void textCountsTwiceItsSize() {
		assertThat(reserve("first", SIZE)).isNotNull();
		assertThat(this.budget.reserved()).isEqualTo(NEED);
	}

	@Test
	void arrivingTextHasRoomToGrowFourfoldUpToTheSizeLimit() {
		MemoryBudget roomy = new MemoryBudget(100 * NEED, new SizeLimit(5 * SIZE), 1);
		MemoryReservation first = new MemoryReservation(roomy);
		first.reserve(SIZE, () -> {
		});
		first.hold(4 * SIZE);
		assertThat(roomy.reserved()).isEqualTo(4 * NEED);
		MemoryReservation second = new MemoryReservation(roomy);
		second.reserve(4 * SIZE, () -> {
		});
		assertThat(roomy.reserved()).isEqualTo(4 * NEED + 5 * NEED);
	}

	@Test
	void smallTextIsNotCounted() {
		MemoryReservation small = reserve("small", 4096);
		small.hold(4096);
		assertThat(this.budget.reserved()).isZero();
	}

	@Test
	void keptSmallTextsAreCounted() {
		MemoryReservation batch = new MemoryReservation(this.budget);
		for (int i = 0; i < 1000; i++) {
			batch.retain(1);
		}
		assertThat(this.budget.reserved()).isEqualTo(this.budget.capacity());
	}

	@Test
	void excessIsReleasedWhenTheActualSizeIsKnown() {
		MemoryReservation chunked = reserve("chunked", 2 * SIZE);
		reserve("next", SIZE);
		chunked.shrinkTo(SIZE);
		assertThat(this.granted).containsExactly("next");
		assertThat(this.budget.reserved()).isEqualTo(2 * NEED);
		chunked.close();
		chunked.shrinkTo(SIZE);
		assertThat(this.budget.reserved()).isEqualTo(NEED);
	}

	@Test
	void textThatHoldsAllMemoryMayGrow() {
		MemoryReservation huge = reserve("huge", 100 * SIZE);
		huge.hold(100 * SIZE);
		assertThat(this.budget.reserved()).isEqualTo(this.budget.capacity());
	}

	@Test
	void requestsOverTheBudgetAreQueuedInOrder() {
		MemoryReservation first = reserve("first", SIZE);
		MemoryReservation second = reserve("second", SIZE);
		reserve("third", SIZE);
		reserve("fourth", SIZE);
		first.close();
		assertThat(this.granted).containsExactly("third");
		second.release();
		assertThat(this.granted).containsExactly("third", "fourth");
		assertThat(this.budget.reserved()).isEqualTo(2 * NEED);
	}

	@Test
	void memoryIsAwaitedUntilTheQueueIsEmpty() {
		MemoryReservation first = reserve("first", 2 * SIZE);
		assertThat(this.budget.isAwaited()).isFalse();
		MemoryReservation second = reserve("second", SIZE);
		assertThat(this.budget.isAwaited()).isTrue();
		second.cancelWait();
		assertThat(this.budget.isAwaited()).isFalse();
		reserve("third", SIZE);
		assertThat(this.budget.isAwaited()).isTrue();
		first.close();
		assertThat(this.granted).containsExactly("third");
		assertThat(this.budget.isAwaited()).isFalse();
	}

	@Test
	void laterRequestDoesNotOvertakeALargerQueuedOne() {
		MemoryReservation first = reserve("first", 2 * SIZE);
		reserve("large", 2 * SIZE);
		reserve("less", SIZE / 2);
		assertThat(this.budget.reserved()).isEqualTo(2 * NEED);
		first.close();
		assertThat(this.granted).containsExactly("large", "less");
	}

	@Test
	void textLargerThanTheBudgetGetsAllOfIt() {
		MemoryReservation first = reserve("first", SIZE);
		reserve("huge", 100 * SIZE);
		first.close();
		assertThat(this.granted).containsExactly("huge");
		assertThat(this.budget.reserved()).isEqualTo(this.budget.capacity());
	}

	@Test
	void textThatHasAllOfTheMemoryDoesNotQueueForMore() {
		MemoryReservation huge = reserve("huge", 100 * SIZE);
		reserve("waiting", SIZE);
		assertThat(huge.reserve(100 * SIZE, () -> this.granted.add("huge"))).isTrue();
		huge.close();
		assertThat(this.granted).containsExactly("waiting");
	}

	@Test
	void growthOfACurrentTextTakesPrecedenceOverQueuedRequests() {
		MemoryReservation first = reserve("first", SIZE);
		reserve("waiting", 2 * SIZE);
		first.hold(2 * SIZE);
		assertThat(this.budget.reserved()).isEqualTo(2 * NEED);
		assertThat(this.granted).isEmpty();
	}

	@Test
	void growthBeyondTheBudgetIsRefused() {
		MemoryReservation first = reserve("first", SIZE);
		reserve("second", SIZE);
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> first.hold(2 * SIZE))
			.withMessageContaining("overloaded");
		assertThat(this.budget.reserved()).isEqualTo(2 * NEED);
	}

	@Test
	void keptTextIsCountedInAdditionToTheNext() {
		MemoryReservation batch = reserve("batch", SIZE);
		batch.retain(SIZE);
		long kept = this.budget.reserved();
		assertThat(kept).isBetween(NEED, NEED + 1000);
		batch.hold(SIZE);
		assertThat(this.budget.reserved()).isEqualTo(kept + NEED);
		batch.release();
		assertThat(this.budget.reserved()).isZero();
		batch.hold(SIZE);
		assertThat(this.budget.reserved()).isEqualTo(NEED);
	}

	@Test
	void requestIsRefusedAtOnceWhenTheQueueIsFull() {
		reserve("all", 100 * SIZE);
		reserve("first", SIZE);
		reserve("second", SIZE);
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> reserve("third", SIZE))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).isPositive());
	}

	@Test
	void givingUpUnblocksTheNextRequest() {
		MemoryReservation first = reserve("first", 2 * SIZE);
		MemoryReservation large = reserve("large", 2 * SIZE);
		reserve("less", SIZE / 2);
		assertThat(large.cancelWait()).isInstanceOf(UnavailableException.class);
		assertThat(this.granted).containsExactly("less");
		first.close();
		assertThat(this.granted).containsExactly("less");
		assertThat(first.cancelWait()).isNull();
	}

	@Test
	void closedReservationTakesNoMemory() {
		MemoryReservation gone = reserve("gone", SIZE);
		gone.close();
		gone.hold(100 * SIZE);
		assertThat(gone.reserve(SIZE, () -> this.granted.add("gone"))).isTrue();
		assertThat(this.budget.reserved()).isZero();
		assertThat(this.granted).isEmpty();
	}

	@Test
	void waitingThreadContinuesWhenMemoryIsGranted() {
		MemoryReservation all = reserve("all", 100 * SIZE);
		MemoryReservation waiting = new MemoryReservation(this.budget);
		CompletableFuture<Void> done = CompletableFuture.runAsync(() -> waiting.await(SIZE));
		Awaitility.await().until(() -> this.budget.isAwaited());
		assertThat(done).isNotDone();
		all.close();
		done.join();
		assertThat(this.budget.reserved()).isEqualTo(NEED);
	}

	@Test
	@Tag("slow")
	void waitingThreadIsRefusedAfterTheTimeout() {
		reserve("all", 100 * SIZE);
		MemoryReservation waiting = new MemoryReservation(this.budget);
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> waiting.await(SIZE));
		assertThat(this.budget.reserved()).isEqualTo(this.budget.capacity());
	}

	private MemoryReservation reserve(String name, long size) {
		MemoryReservation reservation = new MemoryReservation(this.budget);
		reservation.reserve(size, () -> this.granted.add(name));
		return reservation;
	}

}
