package dev.couplet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Certificates and keys, created for each run with the JDK's keytool. They are available
 * as PEM files: {@code <name>.pem} with the certificate chain, and {@code <name>.key}.
 */
public final class TestCertificates {

	private static final String PASSWORD = "secret";

	private static final TestCertificates INSTANCE = new TestCertificates();

	private final Path directory;

	private final Path store;

	private TestCertificates() {
		try {
			this.directory = Files.createTempDirectory("couplet-certificates");
			this.store = this.directory.resolve("store.p12");
			create("ca", null, "-ext", "bc:c");
			create("other-ca", null, "-ext", "bc:c");
			create("server", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1,ip:::1");
			create("renewed", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1,ip:::1");
			create("elsewhere", "ca", "-ext", "san=dns:elsewhere.example");
			create("client", "ca");
			create("wrong", "other-ca");
			create("expired", "ca", "-startdate", "-3d", "-validity", "1");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static Path certificate(String name) {
		return INSTANCE.directory.resolve(name + ".pem");
	}

	public static Path key(String name) {
		return INSTANCE.directory.resolve(name + ".key");
	}

	/**
	 * Copies the certificate and the key of a name to files.
	 */
	public static void copy(String name, Path certificate, Path key) {
		try {
			Files.copy(key(name), key, StandardCopyOption.REPLACE_EXISTING);
			Files.copy(certificate(name), certificate, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns a TLS context for a client that trusts the test authority.
	 * @param identity the name of the client certificate, or null for none
	 */
	public static SSLContext client(@Nullable String identity) {
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(INSTANCE.keyStore(identity), PASSWORD.toCharArray());
			KeyStore trusted = INSTANCE.keyStore(null);
			trusted.setCertificateEntry("ca", INSTANCE.load().getCertificate("ca"));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private KeyStore keyStore(@Nullable String identity) throws GeneralSecurityException, IOException {
		KeyStore keyStore = KeyStore.getInstance("PKCS12");
		keyStore.load(null, null);
		if (identity != null) {
			KeyStore all = load();
			keyStore.setKeyEntry(identity, all.getKey(identity, PASSWORD.toCharArray()), PASSWORD.toCharArray(),
					all.getCertificateChain(identity));
		}
		return keyStore;
	}

	private KeyStore load() throws GeneralSecurityException, IOException {
		KeyStore keyStore = KeyStore.getInstance("PKCS12");
		try (InputStream input = Files.newInputStream(this.store)) {
			keyStore.load(input, PASSWORD.toCharArray());
		}
		return keyStore;
	}

	private void create(String name, @Nullable String signer, String... more) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1",
				"-genkeypair", "-keystore", this.store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12",
				"-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name));
		if (signer != null) {
			command.addAll(List.of("-signer", signer));
		}
		command.addAll(List.of(more));
		Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (keytool.waitFor() != 0) {
				throw new IOException(output);
			}
			KeyStore all = load();
			List<byte[]> chain = new ArrayList<>();
			for (Certificate certificate : all.getCertificateChain(name)) {
				chain.add(certificate.getEncoded());
			}
			write(this.directory.resolve(name + ".pem"), "CERTIFICATE", chain);
			write(this.directory.resolve(name + ".key"), "PRIVATE KEY",
					List.of(all.getKey(name, PASSWORD.toCharArray()).getEncoded()));
		}
		catch (GeneralSecurityException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void write(Path file, String kind, List<byte[]> contents) throws IOException {
		StringBuilder pem = new StringBuilder();
		for (byte[] content : contents) {
			pem.append("-----BEGIN ").append(kind).append("-----\n");
			pem.append(Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content));
			pem.append("\n-----END ").append(kind).append("-----\n");
		}
		Files.writeString(file, pem);
	}

}
