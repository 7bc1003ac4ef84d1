package dev.couplet.client.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code transforms}: prints the catalogue in two columns.
 */
final class TransformsCommand implements Callable<Integer> {

	private static final int WIDTH = 100;

	private static final int GAP = 2;

	private final Console console;

	private final LocalTransforms transforms;

	private final PositionalParamSpec query = PositionalParamSpec.builder()
		.paramLabel("QUERY")
		.index("0..*")
		.arity("0..*")
		.type(List.class)
		.auxiliaryTypes(String.class)
		.description("The name of a transform, which is shown in full, or words to search for in names, in the names "
				+ "of other tools, in categories and descriptions.")
		.build();

	TransformsCommand(Console console, LocalTransforms transforms) {
		this.console = console;
		this.transforms = transforms;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("transforms", this);
		command.addPositional(this.query);
		command.usageMessage()
			.description(
					"Lists all transforms, or those that a query finds, with their descriptions and parameters. "
							+ "They take and give a text unless the list says otherwise.",
					"The list is that of the built-in transforms. No server is contacted. What a server adds by its settings, "
							+ "such as named recipes, is in its own list: GET /transforms over HTTP.");
		return command;
	}

	@Override
	public Integer call() throws IOException {
		List<String> words = this.query.getValue();
		List<ListedTransform> found = this.transforms.search((words != null) ? String.join(" ", words) : "");
		if (found.isEmpty()) {
			this.console.printError("no transform is found; transforms without a query lists all");
			return ExitCode.SOFTWARE;
		}
		this.console.print(table(found));
		return ExitCode.OK;
	}

	private static String table(List<ListedTransform> transforms) {
		int names = transforms.stream().mapToInt((transform) -> transform.name().length()).max().orElse(0) + GAP;
		TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF),
				new Column(names, 0, Overflow.TRUNCATE), new Column(Math.max(WIDTH - names, names), 0, Overflow.WRAP));
		table.indentWrappedLines = 0;
		for (ListedTransform transform : transforms) {
			table.addRowValues(transform.name(), Console.printable(transform.description()));
			Stream.ofNullable(transform.kinds()).forEach((kinds) -> table.addRowValues("", kinds));
			transform.parameters().forEach((parameter) -> table.addRowValues("", "- " + Console.printable(parameter)));
			transform.notes().forEach((note) -> table.addRowValues("", Console.printable(note)));
		}
		return table.toString();
	}

}
