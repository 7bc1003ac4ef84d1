package dev.couplet.tcp;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionLimit}.
 */
class ConnectionLimitTests {

	private static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.1", 50000);

	private final ConnectionLimit limit = new ConnectionLimit(3);

	private final List<Object> events = new ArrayList<>();

	@Test
	void closesConnectionsAboveTheLimit() {
		List<TestChannel> kept = List.of(connect(), connect(), connect());
		TestChannel tooMany = connect();
		assertThat(tooMany.isOpen()).isFalse();
		assertThat(kept).allMatch(TestChannel::isOpen);
		assertThat(this.events).containsExactly("active", "active", "active");
		assertThat(this.limit.open()).isEqualTo(3);
		assertThat(List.copyOf(this.limit.channels())).hasSameElementsAs(kept);
		assertThat(this.limit.refused()).isOne();
	}

	@Test
	void doesNotCountAClosedConnection() {
		connect();
		connect();
		connect().close();
		assertThat(this.limit.open()).isEqualTo(2);
		assertThat(connect().isOpen()).isTrue();
		assertThat(connect().isOpen()).isFalse();
		assertThat(this.limit.open()).isEqualTo(3);
		assertThat(this.limit.refused()).isOne();
	}

	@Test
	void doesNotCountAChannelClosedBeforeItIsActive() {
		TestChannel channel = TestChannel.unregistered(CLIENT, new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRegistered(ChannelHandlerContext ctx) {
				ctx.close();
			}

		}, this.limit);
		channel.becomeActive();
		assertThat(channel.isOpen()).isFalse();
		assertThat(this.limit.open()).isZero();
		assertThat(List.copyOf(this.limit.channels())).isEmpty();
		assertThat(this.limit.refused()).isZero();
	}

	@Test
	void doesNotCountAChannelClosedAsItBecomesActive() {
		TestChannel channel = TestChannel.open(new ChannelInboundHandlerAdapter() {

			@Override
			public void channelActive(ChannelHandlerContext ctx) {
				ctx.close();
				ctx.fireChannelActive();
			}

		}, this.limit);
		assertThat(channel.isOpen()).isFalse();
		assertThat(this.limit.open()).isZero();
		assertThat(List.copyOf(this.limit.channels())).isEmpty();
	}

	@Test
	void drainsOpenAndLaterConnections() {
		connect();
		this.limit.setDraining(true);
		assertThat(this.events).containsExactly("active", DrainHandler.DrainEvent.BEGIN);
		connect();
		assertThat(this.events).endsWith("active", DrainHandler.DrainEvent.BEGIN).hasSize(4);
	}

	@Test
	void doesNotDrainAfterARestart() {
		this.limit.setDraining(true);
		this.limit.setDraining(false);
		connect();
		assertThat(this.events).containsExactly("active");
	}

	private TestChannel connect() {
		return TestChannel.open(this.limit, new ChannelInboundHandlerAdapter() {

			@Override
			public void channelActive(ChannelHandlerContext ctx) {
				ConnectionLimitTests.this.events.add("active");
			}

			@Override
			public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
				ConnectionLimitTests.this.events.add(event);
			}

		});
	}

}
