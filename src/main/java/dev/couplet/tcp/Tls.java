package dev.couplet.tcp;

import java.util.Locale;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/**
 * The TLS configuration of a listener. New connections use the current certificates of
 * its SSL bundle.
 */
final class Tls {

	private static final Logger logger = LoggerFactory.getLogger(Tls.class);

	private static final String[] PROTOCOLS = { "TLSv1.3", "TLSv1.2" };

	private final ClientAuth clientAuth;

	private volatile Certificates certificates;

	private Tls(ClientAuth clientAuth, Certificates certificates) {
		this.clientAuth = clientAuth;
		this.certificates = certificates;
	}

	/**
	 * Creates the configuration, and reloads it when the bundle changes.
	 * @param settings the settings
	 * @param bundles the available bundles
	 * @return null for no TLS
	 * @throws InvalidConfigurationPropertyValueException if the settings are invalid
	 */
	static @Nullable Tls create(TlsSettings settings, SslBundles bundles) {
		String name = settings.sslBundle();
		ClientAuth wanted = settings.clientAuth();
		if (name == null) {
			if (wanted != null && wanted != ClientAuth.NONE) {
				throw invalid(settings.clientAuthProperty(), wanted,
						"Client certificates require TLS. Set " + settings.bundleProperty() + " too.");
			}
			return null;
		}
		if (!bundles.getBundleNames().contains(name)) {
			throw invalid(settings.bundleProperty(), name, "There is no such bundle under spring.ssl.bundle. There "
					+ (bundles.getBundleNames().isEmpty() ? "is none." : "are: " + names(bundles)));
		}
		Tls tls = load(settings, bundles.getBundle(name), wanted);
		bundles.addBundleUpdateHandler(name, (bundle) -> tls.reload(name, bundle));
		return tls;
	}

	private static String names(SslBundles bundles) {
		return String.join(", ", bundles.getBundleNames());
	}

	private static Tls load(TlsSettings settings, SslBundle bundle, @Nullable ClientAuth wanted) {
		Certificates certificates;
		boolean trusting;
		try {
			certificates = Certificates.of(bundle);
			trusting = bundle.getStores().getTrustStore() != null;
		}
		catch (RuntimeException ex) {
			throw invalid(settings.bundleProperty(), settings.sslBundle(),
					"The bundle cannot be used: " + ex.getMessage());
		}
		if (wanted != null && wanted != ClientAuth.NONE && !trusting) {
			// the JDK would trust all public certificate authorities instead
			throw invalid(settings.clientAuthProperty(), wanted, "The bundle '" + settings.sslBundle()
					+ "' has no trust store to verify client certificates. Add one, or set this to none.");
		}
		return new Tls((wanted != null) ? wanted : (trusting ? ClientAuth.NEED : ClientAuth.NONE), certificates);
	}

	private static InvalidConfigurationPropertyValueException invalid(String property, @Nullable Object value,
			String reason) {
		Object written = (value instanceof ClientAuth auth) ? auth.name().toLowerCase(Locale.ROOT) : value;
		return new InvalidConfigurationPropertyValueException(property, written, reason);
	}

	private void reload(String name, SslBundle bundle) {
		try {
			this.certificates = Certificates.of(bundle);
			logger.info("The SSL bundle {} has changed. New connections use it", name);
		}
		catch (RuntimeException ex) {
			// the files may be incomplete; the next change reloads them
			logger.warn("The SSL bundle {} has changed but cannot be used. The previous one stays in use: {}", name,
					ex.getMessage());
		}
	}

	/**
	 * Creates the TLS handler of a connection. The connection's deadline applies to the
	 * handshake too.
	 * @return a handler in server mode
	 */
	SslHandler newHandler() {
		SslHandler handler = new HalfCloseSslHandler(this.certificates.newEngine(this.clientAuth));
		handler.setHandshakeTimeoutMillis(0);
		return handler;
	}

	/**
	 * Creates the TLS handler of a connection that carries a protocol with a name in TLS
	 * (ALPN).
	 * @param applicationProtocol the name, such as {@code h2}, which clients must offer
	 * @return a handler in server mode
	 */
	SslHandler newHandler(String applicationProtocol) {
		SSLEngine engine = this.certificates.newEngine(this.clientAuth);
		SSLParameters parameters = engine.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { applicationProtocol });
		engine.setSSLParameters(parameters);
		return new HalfCloseSslHandler(engine);
	}

	/**
	 * The contents of a bundle.
	 *
	 * @param context the keys and trusted certificates
	 * @param options the protocols and ciphers
	 */
	private record Certificates(SSLContext context, SslOptions options) {

		static Certificates of(SslBundle bundle) {
			if (bundle.getStores().getKeyStore() == null) {
				throw new IllegalStateException("it has no key store, which a server needs");
			}
			return new Certificates(bundle.createSslContext(), bundle.getOptions());
		}

		SSLEngine newEngine(ClientAuth clientAuth) {
			SSLEngine engine = this.context.createSSLEngine();
			engine.setUseClientMode(false);
			SSLParameters parameters = engine.getSSLParameters();
			parameters.setUseCipherSuitesOrder(true);
			String[] protocols = this.options.getEnabledProtocols();
			parameters.setProtocols((protocols != null) ? protocols : PROTOCOLS);
			if (this.options.getCiphers() != null) {
				parameters.setCipherSuites(this.options.getCiphers());
			}
			switch (clientAuth) {
				case NEED -> parameters.setNeedClientAuth(true);
				case WANT -> parameters.setWantClientAuth(true);
				case NONE -> parameters.setNeedClientAuth(false);
			}
			engine.setSSLParameters(parameters);
			return engine;
		}

	}

}
