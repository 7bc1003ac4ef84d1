package dev.couplet;

import java.util.List;

import dev.couplet.client.command.ClientCommandLine;
import dev.couplet.transform.library.StandardLibrary;

/**
 * Runs commands so that the JVM can write an AOT cache of the classes that they load. The
 * script {@code couplet} starts it, with standard input at its end.
 */
final class CommandTraining {

	private static final List<String> COMMANDS = List.of("--version", "apply --help",
			"apply trim,wrap=60,each-line(try(lower-case)),replace=a:b", "apply gzip", "guess", "transforms",
			"transforms wrap", "transforms blank lines", "transform trim --server localhost:1",
			"transform trim --server http://localhost:1", "poems 1", "completion bash");

	private CommandTraining() {
	}

	static void main() {
		// a command loads only the transforms that its recipe names, and the cache is to
		// have all
		new StandardLibrary().transforms();
		for (String command : COMMANDS) {
			ClientCommandLine.run(new BuiltInTransforms(), command.split(" ", -1));
		}
	}

}
