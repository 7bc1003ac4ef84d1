package dev.couplet.client.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import dev.couplet.client.PoemClient;
import dev.couplet.client.ServerAddress;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code poems}: downloads poems concurrently and prints them in the order of the
 * arguments, each as soon as it and its predecessors are complete.
 */
final class PoemsCommand implements Callable<Integer> {

	private final Console console;

	private final ServerOptions options;

	private final OptionSpec recipe = OptionSpec.builder("--recipe")
		.paramLabel("RECIPE")
		.type(String.class)
		.converters(new RecipeConverter())
		.description("A recipe such as trim,wrap=60,cummingsify to apply to the poems. Default: none.")
		.build();

	private final OptionSpec framing = OptionSpec.builder("--framing")
		.paramLabel("FRAMING")
		.type(PoemClient.Framing.class)
		.defaultValue("auto")
		.description("raw; netstring, which detects truncated poems; or auto, which treats data that starts "
				+ "as a netstring as one. Default: ${DEFAULT-VALUE}.")
		.build();

	private final PositionalParamSpec servers = PositionalParamSpec.builder()
		.paramLabel("[HOST:]PORT")
		.arity("1..*")
		.required(true)
		.type(List.class)
		.auxiliaryTypes(ServerAddress.class)
		.converters(new AddressConverter())
		.description("The poem servers. The default host is localhost.")
		.build();

	PoemsCommand(Console console, Variables variables) {
		this.console = console;
		this.options = new ServerOptions(variables);
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("poems", this);
		command.usageMessage()
			.description("Downloads poems from several poem servers at once, and optionally transforms them.",
					"They are printed in the order of the servers, separated by an empty line. "
							+ "A poem that cannot be transformed is printed unchanged, with a message on standard error.",
					"A result that is not UTF-8 is printed byte for byte, without an empty line before or after it.");
		command.addPositional(this.servers).addOption(this.recipe);
		this.options.addTo(command);
		return command.addOption(this.framing);
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		PoemClient.Framing poemFraming = this.framing.getValue();
		List<ServerAddress> poemServers = this.servers.getValue();
		PoemClient poemClient = new PoemClient(poemFraming).withIdleTimeout(this.options.timeout());
		PoemDownloads downloads = new PoemDownloads(poemClient, this.options.client(), this.recipe.getValue());
		PoemPrinter printer = new PoemPrinter(this.console, downloads::bytesArrived);
		return printer.print(downloads.start(poemServers)) ? ExitCode.OK : ExitCode.SOFTWARE;
	}

}
