package dev.couplet.log;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventQueue}.
 */
class EventQueueTests {

	private final EventQueue queue = new EventQueue(2);

	private final ILoggingEvent first = new LoggingEvent();

	private final ILoggingEvent second = new LoggingEvent();

	private final ILoggingEvent third = new LoggingEvent();

	@Test
	void eventsAreTakenInOrder() {
		add(this.first, this.second);
		assertThat(this.queue.take()).isSameAs(this.first);
		assertThat(this.queue.take()).isSameAs(this.second);
		assertThat(this.queue.endGap()).isZero();
		assertThat(this.queue.dropped()).isZero();
	}

	@Test
	void eventsForAFullQueueAreDroppedAndCounted() {
		add(this.first, this.second, this.third, this.third);
		assertThat(this.queue.dropped()).isEqualTo(2);
		assertThat(this.queue.take()).isSameAs(this.first);
		assertThat(this.queue.take()).isSameAs(this.second);
	}

	@Test
	void gapEndsWhenTheQueueIsEmpty() {
		add(this.first, this.second, this.third);
		this.queue.take();
		add(this.third);
		assertThat(this.queue.endGap()).isZero();
		assertThat(this.queue.take()).isSameAs(this.second);
		assertThat(this.queue.endGap()).isEqualTo(2);
		add(this.third);
		assertThat(this.queue.take()).isSameAs(this.third);
		assertThat(this.queue.endGap()).isZero();
		assertThat(this.queue.dropped()).isEqualTo(2);
	}

	@Test
	void takeWaitsForAnEvent() {
		CompletableFuture<ILoggingEvent> taken = CompletableFuture.supplyAsync(this.queue::take);
		assertThat(taken).isNotDone();
		add(this.first);
		assertThat(taken.join()).isSameAs(this.first);
	}

	@Test
	void emptyQueueAcceptsEventsDuringAGap() {
		this.queue.drop();
		add(this.first);
		assertThat(this.queue.take()).isSameAs(this.first);
		assertThat(this.queue.endGap()).isOne();
	}

	@Test
	void closedQueueEndsOnceEmpty() {
		add(this.first);
		this.queue.close();
		assertThat(this.queue.take()).isSameAs(this.first);
		assertThat(this.queue.take()).isNull();
	}

	private void add(ILoggingEvent... events) {
		Stream.of(events).forEach(this.queue::add);
	}

}
