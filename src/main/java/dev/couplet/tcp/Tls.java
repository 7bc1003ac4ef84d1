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
 * How a listener speaks TLS: with the certificates that its bundle has at the moment.
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
	 * Makes what the settings say, and follows the bundle from then on.
	 * @param settings the settings
	 * @param bundles the bundles that there are
	 * @return null where the settings want no TLS
	 * @throws InvalidConfigurationPropertyValueException where the settings do not go
	 * with the bundles
	 */
	static @Nullable Tls create(TlsSettings settings, SslBundles bundles) {
		String name = settings.sslBundle();
		ClientAuth wanted = settings.clientAuth();
		if (name == null) {
			if (wanted != null && wanted != ClientAuth.NONE) {
				throw invalid(settings.clientAuthProperty(), wanted,
						"Certificates are part of TLS, which is off. Set " + settings.bundleProperty() + " too.");
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
			// every public authority would be trusted instead, and let in nearly
			// everybody
			throw invalid(settings.clientAuthProperty(), wanted, "The bundle '" + settings.sslBundle()
					+ "' has no trust store, which says whose certificates are good. Give it one, or set this to none.");
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
			logger.info("The SSL bundle {} has changed and holds for new connections", name);
		}
		catch (RuntimeException ex) {
			// half-written files, say: the next change will tell
			logger.warn("The SSL bundle {} has changed but cannot be used, so the last one stays: {}", name,
					ex.getMessage());
		}
	}

	/**
	 * Begins a connection. The connection's own deadline is also that of its handshake.
	 * @return the server's side of it
	 */
	SslHandler newHandler() {
		SslHandler handler = new HalfCloseSslHandler(this.certificates.newEngine(this.clientAuth));
		handler.setHandshakeTimeoutMillis(0);
		return handler;
	}

	/**
	 * What a bundle comes to.
	 *
	 * @param context its keys and whom it trusts
	 * @param options its protocols and ciphers
	 */
	private record Certificates(SSLContext context, SslOptions options) {

		static Certificates of(SslBundle bundle) {
			if (bundle.getStores().getKeyStore() == null) {
				throw new IllegalStateException("it has no key store, and a server shows a certificate");
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
