package dev.couplet.client.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code transforms}: prints the catalogue in two columns.
 */
final class TransformsCommand implements Callable<Integer> {

	private static final int WIDTH = 100;

	private static final int GAP = 2;

	private final Console console;

	private final Supplier<List<ListedTransform>> catalogue;

	TransformsCommand(Console console, Supplier<List<ListedTransform>> catalogue) {
		this.console = console;
		this.catalogue = catalogue;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("transforms", this);
		command.usageMessage()
			.description(
					"Lists all transforms, with their descriptions and parameters. "
							+ "They take and give a text unless the list says otherwise.",
					"The list is that of this jar, with the settings that a server would have here. "
							+ "No server is contacted.");
		return command;
	}

	@Override
	public Integer call() throws IOException {
		this.console.print(table(this.catalogue.get()));
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
		}
		return table.toString();
	}

}
