package dev.couplet.tcp;

import org.jspecify.annotations.Nullable;

/**
 * The TLS of one listener, as its settings have it.
 *
 * @param prefix what the names of the settings begin with, for messages:
 * {@code couplet.netstring}
 * @param sslBundle the name of a Spring SSL bundle; null where there is no TLS
 * @param clientAuth whether clients show certificates; where it is null, the bundle
 * decides: they need one where it has a trust store, which is good for nothing else here
 */
public record TlsSettings(String prefix, @Nullable String sslBundle, @Nullable ClientAuth clientAuth) {

	String bundleProperty() {
		return this.prefix + ".ssl-bundle";
	}

	String clientAuthProperty() {
		return this.prefix + ".client-auth";
	}

}
