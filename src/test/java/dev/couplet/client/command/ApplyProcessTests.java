package dev.couplet.client.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.client.command.CommandProcess.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplyCommand} as a process, with the built-in transforms.
 */
@Timeout(60)
@Tag("slow")
class ApplyProcessTests {

	private static final byte[] NOT_UTF8 = { 'c', 'a', 'f', (byte) 0xE9 };

	// as root of a user namespace, whose mounts nobody else sees
	private static final List<String> MOUNT = List.of("unshare", "--map-root-user", "--mount", "sh", "-c");

	private static Result apply(byte[] input, String... arguments) {
		String[] all = new String[arguments.length + 1];
		all[0] = "apply";
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		return CommandProcess.run(CommandProcess.fromClassPath(all), input);
	}

	@Test
	void transformsBytes(@TempDir Path folder) throws IOException {
		Path compressed = folder.resolve("compressed");
		assertThat(apply(NOT_UTF8, "gzip", "-o", compressed.toString())).isEqualTo(new Result(0, "", ""));
		assertThat(apply(new byte[0], "gunzip,charset-decode=windows-1252", compressed.toString()))
			.isEqualTo(new Result(0, "café", ""));
	}

	@Test
	void aRefusalSaysWhereAndHowToMendIt() {
		assertThat(apply(NOT_UTF8, "trim")).isEqualTo(new Result(1, "",
				"couplet: step 1, trim, takes a text, and the value is not UTF-8 at byte 4; if it is windows-1252, "
						+ "put charset-decode=windows-1252 first\n"));
		assertThat(apply(NOT_UTF8, "gzip", "--max-size", "3")).isEqualTo(
				new Result(1, "", "couplet: the value is over the limit of 3 bytes; --max-size sets the limit\n"));
	}

	@Test
	void anUnknownNameMayBeANamedRecipeOfAServer() {
		assertThat(apply(NOT_UTF8, "gzip,house-style").errors())
			.isEqualTo("couplet: step 2: there is no transform 'house-style'; "
					+ "if it is a named recipe of a server, transform --server runs it there\n");
		assertThat(apply(NOT_UTF8, "gizp").errors())
			.isEqualTo("couplet: step 1: there is no transform 'gizp'; perhaps gzip was meant\n");
		assertThat(apply(NOT_UTF8, "prefix-lines=a,b").errors())
			.isEqualTo("couplet: step 2: there is no transform 'b'; in an argument, ',' is written %2C\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dev/stdout", "/dev/fd/1", "/dev/fd/3" })
	void descriptorsAreWrittenAndNotReplaced(String descriptor, @TempDir Path folder) throws IOException {
		Path log = Files.writeString(folder.resolve("log"), "before\n");
		List<String> command = new ArrayList<>(
				List.of("sh", "-c", "{ \"$@\" 3>&1; echo after; } >>\"$LOG\"; \"$@\" 3>&1 | cat", "sh"));
		command.addAll(CommandProcess.fromClassPath("apply", "upper-case", "-o", descriptor, "value").command());
		ProcessBuilder program = new ProcessBuilder(command).directory(folder.toFile());
		program.environment().put("LOG", log.toString());
		Files.writeString(folder.resolve("value"), "moon\n");
		assertThat(CommandProcess.run(program, "")).isEqualTo(new Result(0, "MOON\n", ""));
		assertThat(log).hasContent("before\nMOON\nafter\n");
	}

	@Test
	@EnabledIf("canMount")
	void aReadOnlyFileSystemIsReported(@TempDir Path folder) throws IOException {
		Path poem = Files.writeString(folder.resolve("poem"), "moon");
		List<String> command = new ArrayList<>(MOUNT);
		command.addAll(List.of("mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"",
				folder.toString()));
		command.addAll(CommandProcess.fromClassPath("apply", "upper-case", "-i", poem.toString()).command());
		assertThat(CommandProcess.run(new ProcessBuilder(command), ""))
			.isEqualTo(new Result(1, "", "couplet: " + poem + " cannot be written: Read-only file system\n"));
	}

	static boolean canMount() throws Exception {
		List<String> command = new ArrayList<>(MOUNT);
		command.add("mount --bind /tmp /tmp");
		return Files.isExecutable(Path.of("/usr/bin/unshare")) && new ProcessBuilder(command).start().waitFor() == 0;
	}

	@Test
	void eachLineIsWrittenBeforeTheNextOneIsRead() throws IOException {
		try (CommandProcess process = CommandProcess
			.start(CommandProcess.fromClassPath("apply", "upper-case", "--each-line"))) {
			process.sendPart("moon\nti".getBytes(StandardCharsets.UTF_8));
			assertThat(process.read("MOON\n".length())).isEqualTo("MOON\n");
			process.send("de\n".getBytes(StandardCharsets.UTF_8));
			assertThat(process.end()).isEqualTo(new Result(0, "TIDE\n", ""));
		}
	}

	@Test
	void brokenPipeIsNotReported() {
		try (CommandProcess process = CommandProcess.start(CommandProcess.fromClassPath("apply", "upper-case", "-l"))) {
			Result result = process.closeOutput().send("moon\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)).end();
			assertThat(result.status()).isEqualTo(141);
			assertThat(result.errors()).isEmpty();
		}
	}

}
