package dev.couplet.tcp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AddressLimit}.
 */
class AddressLimitTests {

	private final AddressLimit limit = new AddressLimit(2);

	private int served;

	@ParameterizedTest
	@CsvSource({ "192.0.2.1, 192.0.2.1", "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff",
			"::ffff:192.0.2.1, 192.0.2.1" })
	void limitsTheConnectionsOfAClient(String address, String another) throws UnknownHostException {
		assertThat(connect(address).isOpen()).isTrue();
		assertThat(connect(another).isOpen()).isTrue();
		assertThat(connect(address).isOpen()).isFalse();
		assertThat(connect(another).isOpen()).isFalse();
		assertThat(this.served).isEqualTo(2);
		assertThat(this.limit.refused()).isEqualTo(2);
	}

	@Test
	void closesARefusedConnectionWithoutLingering() throws UnknownHostException {
		connect("192.0.2.1");
		connect("192.0.2.1");
		TestChannel refused = TestChannel.open(new InetSocketAddress("192.0.2.1", 50000),
				new ChannelInboundHandlerAdapter(), new LingeringClose(true), this.limit);
		assertThat(refused.isOpen()).isFalse();
		assertThat(refused.outputShutdowns()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.1, 192.0.2.2", "2001:db8:0:1::1, 2001:db8:0:2::1", "192.0.2.1, 2001:db8::1" })
	void countsClientsSeparately(String address, String another) throws UnknownHostException {
		connect(address);
		connect(address);
		assertThat(connect(another).isOpen()).isTrue();
		assertThat(this.limit.refused()).isZero();
	}

	@Test
	void doesNotCountAClosedConnection() throws UnknownHostException {
		connect("192.0.2.1");
		connect("192.0.2.1").close();
		assertThat(connect("192.0.2.1").isOpen()).isTrue();
		assertThat(connect("192.0.2.1").isOpen()).isFalse();
	}

	@Test
	void doesNotCountARefusedConnection() throws UnknownHostException {
		TestChannel first = connect("192.0.2.1");
		connect("192.0.2.1");
		connect("192.0.2.1");
		first.close();
		assertThat(connect("192.0.2.1").isOpen()).isTrue();
	}

	@Test
	void identifiesClientsByTheProxyProtocolAddress() throws UnknownHostException {
		for (int i = 1; i <= 3; i++) {
			InetSocketAddress client = new InetSocketAddress(InetAddress.getByName("203.0.113." + i), 1);
			TestChannel channel = TestChannel.open(new ChannelInboundHandlerAdapter() {

				@Override
				public void channelActive(ChannelHandlerContext ctx) {
					ClientAddress.set(ctx.channel(), client);
					ctx.fireChannelActive();
				}

			}, this.limit);
			assertThat(channel.isOpen()).isTrue();
		}
	}

	private TestChannel connect(String address) throws UnknownHostException {
		return TestChannel.open(new InetSocketAddress(InetAddress.getByName(address), 50000), this.limit,
				new ChannelInboundHandlerAdapter() {

					@Override
					public void channelActive(ChannelHandlerContext ctx) {
						AddressLimitTests.this.served++;
					}

				});
	}

}
