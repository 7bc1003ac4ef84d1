package dev.couplet.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * What a client needs for TLS, from files in PEM (RFC 7468).
 */
public final class PemFiles {

	private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";

	private static final String KEY_END = "-----END PRIVATE KEY-----";

	private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA");

	private PemFiles() {
	}

	/**
	 * Makes a context that trusts certain authorities, and shows no certificate.
	 * @param authorities the file of their certificates, or null for those that the JVM
	 * trusts
	 * @return the context
	 * @throws InvalidPemFileException where the file is not what it should be
	 */
	public static SSLContext context(@Nullable Path authorities) throws InvalidPemFileException {
		return context(authorities, (KeyManager[]) null);
	}

	/**
	 * Makes a context that trusts certain authorities, and shows a certificate.
	 * @param authorities the file of their certificates, or null for those that the JVM
	 * trusts
	 * @param certificate the file of the certificate, and of those that lead from it to
	 * the authority, in this order
	 * @param key the file of its key, in PKCS#8 and not encrypted: RSA, EC or EdDSA
	 * @return the context
	 * @throws InvalidPemFileException where a file is not what it should be
	 */
	public static SSLContext context(@Nullable Path authorities, Path certificate, Path key)
			throws InvalidPemFileException {
		return context(authorities, identity(certificate, key));
	}

	private static SSLContext context(@Nullable Path authorities, KeyManager @Nullable [] identity)
			throws InvalidPemFileException {
		TrustManager[] trust = (authorities != null) ? trust(authorities) : null;
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(identity, trust, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("this JVM has no TLS", ex);
		}
	}

	private static TrustManager[] trust(Path authorities) throws InvalidPemFileException {
		Collection<? extends Certificate> certificates = certificates(authorities);
		try {
			KeyStore store = emptyStore();
			for (Certificate certificate : certificates) {
				store.setCertificateEntry("authority-" + store.size(), certificate);
			}
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(store);
			return factory.getTrustManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new InvalidPemFileException(authorities, "cannot be used: " + ex.getMessage());
		}
	}

	private static KeyManager[] identity(Path certificate, Path key) throws InvalidPemFileException {
		Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
		PrivateKey privateKey = privateKey(key);
		if (!privateKey.getAlgorithm().equals(chain[0].getPublicKey().getAlgorithm())) {
			throw new InvalidPemFileException(key, "is not the key of " + certificate);
		}
		try {
			KeyStore store = emptyStore();
			store.setKeyEntry("identity", privateKey, new char[0], chain);
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(store, new char[0]);
			return factory.getKeyManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new InvalidPemFileException(certificate, "cannot be used: " + ex.getMessage());
		}
	}

	private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		return store;
	}

	private static Collection<? extends Certificate> certificates(Path file) throws InvalidPemFileException {
		try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
			Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
				.generateCertificates(input);
			if (!certificates.isEmpty()) {
				return certificates;
			}
		}
		catch (IOException ex) {
			throw unreadable(file, ex);
		}
		catch (CertificateException ex) {
			// as if it had none
		}
		throw new InvalidPemFileException(file, "has no certificate in PEM");
	}

	private static PrivateKey privateKey(Path file) throws InvalidPemFileException {
		PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(keyBytes(file));
		for (String algorithm : KEY_ALGORITHMS) {
			try {
				return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
			}
			catch (InvalidKeySpecException ex) {
				// a key of another algorithm
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("this JVM has no keys of " + algorithm, ex);
			}
		}
		throw new InvalidPemFileException(file, "has a key that is not RSA, EC or EdDSA");
	}

	private static byte[] keyBytes(Path file) throws InvalidPemFileException {
		String text;
		try {
			text = Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw unreadable(file, ex);
		}
		int begin = text.indexOf(KEY_BEGIN);
		int end = text.indexOf(KEY_END, Math.max(0, begin));
		if (begin < 0 || end < 0) {
			throw new InvalidPemFileException(file, "has no key in PKCS#8 that is not encrypted"
					+ " (BEGIN PRIVATE KEY); 'openssl pkcs8 -topk8 -nodes' makes one");
		}
		try {
			return Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPemFileException(file, "has a key that is not in base64");
		}
	}

	private static InvalidPemFileException unreadable(Path file, IOException cause) {
		return new InvalidPemFileException(file, "cannot be read: " + ((cause instanceof NoSuchFileException)
				? "there is no such file" : cause.getClass().getSimpleName()));
	}

}
