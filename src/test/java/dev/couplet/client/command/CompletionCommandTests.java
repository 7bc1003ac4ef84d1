package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.couplet.client.command.CommandProcess.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CompletionCommand}, with the shells that are installed. The transforms
 * are {@code trim}, {@code truncate}, whose second parameter is {@code end} or
 * {@code middle}, and {@code upper-case}, whose parameter is {@code en} or {@code tr}.
 */
@Timeout(60)
class CompletionCommandTests {

	// calls the function as readline does, with the line up to the cursor
	private static final String IN_BASH = """
			source "$1"; COMP_LINE=$2; COMP_POINT=${#COMP_LINE}; COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
			_couplet; printf '%s\\n' "${COMPREPLY[@]}"
			""";

	private static final String IN_FISH = "source $argv[1]; complete -C $argv[2] | string replace -r '\\t.*' ''";

	// completes in another shell, because only a line editor completes, and shows what is
	// offered there
	private static final String IN_ZSH = """
			zmodload zsh/zpty
			zpty shell zsh -f -i
			zpty -w shell "PS1=; autoload -U compinit; compinit -D -u; source '$1'"
			zpty -w shell 'compadd() { builtin compadd -O found "$@"; \
			  print -rl -- "" START "${IPREFIX}${^found[@]}" END; builtin compadd "$@" }; print -r "rea"dy'
			zpty -r shell line '*ready*'
			zpty -n -w shell "$2"$'\t'
			zpty -r shell line '*START*END*'
			print -r -- "$line" | tr -d '\r' | sed -n '/^START$/,/^END$/p' | sed '/^START$/d;/^END$/d'
			zpty -d shell
			""";

	@TempDir
	private static Path folder;

	@BeforeAll
	static void printScripts() throws IOException {
		for (String shell : List.of("bash", "zsh", "fish")) {
			Result result = CommandInProcess.run("completion", shell);
			assertThat(result.status()).isZero();
			assertThat(result.errors()).isEmpty();
			Files.writeString(folder.resolve("couplet." + shell), result.output());
		}
		Files.writeString(folder.resolve("poem.txt"), "");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
			couplet ap                               | apply
			couplet apply tr                         | trim truncate
			couplet apply trim,up                    | trim,upper-case
			couplet apply 'each-line(trim,up         | each-line(trim,upper-case
			couplet apply upper-case=                | en tr
			couplet apply upper-case=t               | tr
			couplet apply truncate=5:                | end middle
			couplet apply 'truncate=5:m              | truncate=5:middle
			couplet apply trim,truncate=5:e          | end
			couplet apply truncate=                  |
			couplet apply --each-line tr             | trim truncate
			couplet apply --max-size 1MB tr          | trim truncate
			couplet apply --max-size=1MB tr          | trim truncate
			"couplet apply --max-size "              |
			couplet apply --in                       | --in-place
			couplet apply trim --out                 | --output
			couplet apply -o poem.txt tr             | trim truncate
			couplet transform --ser                  | --server
			couplet transforms up                    | upper-case
			couplet poems --recipe tr                | trim truncate
			couplet poems --recipe=up                | upper-case
			couplet poems --framing n                | netstring
			couplet poems 1                          |
			couplet completion z                     | zsh
			""")
	void bashCompletes(String line, @Nullable String expected) {
		assertThat(complete(List.of("bash", "--norc", "-c", IN_BASH, "bash"), "bash", line)).isEqualTo(words(expected));
	}

	// for hours if its time were quadratic
	@Test
	void bashCompletesALongLine() {
		String steps = "trim,".repeat(20_000);
		assertThat(complete(List.of("bash", "--norc", "-c", IN_BASH, "bash"), "bash", "couplet apply " + steps + "up"))
			.isEqualTo(List.of(steps + "upper-case"));
	}

	@ParameterizedTest
	@EnabledIf("hasFish")
	@CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
			couplet ap                               | apply
			couplet apply tr                         | trim truncate
			couplet apply trim,up                    | trim,upper-case
			couplet apply upper-case=                | upper-case=en upper-case=tr
			couplet apply trim,truncate=5:m          | trim,truncate=5:middle
			couplet apply --max-size 1MB tr          | trim truncate
			couplet apply --in                       | --in-place
			couplet apply trim poe                   | poem.txt
			couplet apply -o poe                     | poem.txt
			couplet apply -o poem.txt tr             | trim truncate
			couplet guess poe                        | poem.txt
			couplet transforms up                    | upper-case
			couplet poems --recipe tr                | trim truncate
			couplet poems --framing n                | netstring
			couplet completion z                     | zsh
			""")
	void fishCompletes(String line, @Nullable String expected) {
		assertThat(complete(List.of("fish", "--no-config", "-c", IN_FISH), "fish", line)).isEqualTo(words(expected));
	}

	@ParameterizedTest
	@EnabledIf("hasZsh")
	@CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
			couplet ap                               | apply
			couplet apply tr                         | trim truncate
			couplet apply trim,up                    | trim,upper-case
			couplet apply trim,truncate=5:m          | trim,truncate=5:middle
			couplet apply --max-size 1MB tr          | trim truncate
			couplet apply --in                       | --in-place
			couplet transforms up                    | upper-case
			couplet poems --framing n                | netstring
			couplet completion z                     | zsh
			""")
	void zshCompletes(String line, @Nullable String expected) {
		assertThat(complete(List.of("zsh", "-f", "-c", IN_ZSH, "zsh"), "zsh", line)).isEqualTo(words(expected));
	}

	static boolean hasFish() {
		return Files.isExecutable(Path.of("/usr/bin/fish"));
	}

	static boolean hasZsh() {
		return Files.isExecutable(Path.of("/usr/bin/zsh"));
	}

	@Test
	void otherShellsAreWrongUsage() {
		Result result = CommandInProcess.run("completion", "tcsh");
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors()).startsWith("couplet: ").contains("'tcsh'", "BASH, ZSH, FISH");
	}

	private static List<String> complete(List<String> command, String shell, String line) {
		ProcessBuilder program = new ProcessBuilder(
				Stream.concat(command.stream(), Stream.of(folder.resolve("couplet." + shell).toString(), line))
					.toList())
			.directory(folder.toFile());
		program.environment().put("HOME", folder.toString());
		Result result = CommandProcess.run(program, "");
		assertThat(result.errors()).isEmpty();
		return result.output().lines().filter((word) -> !word.isEmpty()).sorted().toList();
	}

	private static List<String> words(@Nullable String expected) {
		return (expected != null) ? List.of(expected.split(" ")) : List.of();
	}

}
