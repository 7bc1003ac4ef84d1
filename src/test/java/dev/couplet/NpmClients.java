package dev.couplet;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Programs that use packages from npm.
 *
 * @param folder the directory where the programs and packages are
 */
public record NpmClients(Path folder) {

	private static final long PATIENCE_SECONDS = 120;

	/**
	 * Installs the packages of a directory in {@code src/test/npm}, below {@code target}.
	 * The test is skipped if Node.js or npm is missing, or the packages cannot be
	 * downloaded.
	 * @param name the name of the directory
	 */
	public static NpmClients install(String name) throws IOException, InterruptedException {
		Path folder = Files.createDirectories(Path.of("target", "npm", name));
		try (Stream<Path> sources = Files.list(Path.of("src", "test", "npm", name))) {
			for (Path source : sources.toList()) {
				Files.copy(source, folder.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		NpmClients clients = new NpmClients(folder);
		for (String program : List.of("node", "npm")) {
			assumeThat(isInstalled(program)).as("%s is not installed", program).isTrue();
		}
		Result install = clients.run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts",
				"--no-package-lock");
		assumeThat(install.status()).as("npm cannot install the packages:%n%s", install.output()).isZero();
		return clients;
	}

	private static boolean isInstalled(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((path) -> Files.isExecutable(Path.of(path, program)));
	}

	/**
	 * Runs a program to its end.
	 * @param command the program and its arguments
	 */
	Result run(String... command) throws IOException, InterruptedException {
		Path errors = Files.createTempFile(this.folder.toAbsolutePath(), "errors", ".log");
		Process process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectError(errors.toFile())
			.start();
		try {
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
			return new Result(process.exitValue(), output, Files.readString(errors));
		}
		finally {
			process.destroyForcibly();
			Files.delete(errors);
		}
	}

	/**
	 * What a program did.
	 *
	 * @param status its exit status
	 * @param output its standard output
	 * @param errors its standard error
	 */
	record Result(int status, String output, String errors) {

	}

}
