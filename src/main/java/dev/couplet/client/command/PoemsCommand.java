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
 * {@code poems}: downloads all at once, prints in the order asked, each as soon as it and
 * those before it are there.
 */
final class PoemsCommand implements Callable<Integer> {

	private final Console console;

	private final ServerOptions options = new ServerOptions();

	private final OptionSpec recipe = OptionSpec.builder("--recipe")
		.paramLabel("RECIPE")
		.type(String.class)
		.converters(new RecipeConverter())
		.description("Transforms in a row, as in trim,wrap=60,cummingsify; none where it is not given.")
		.build();

	private final OptionSpec framing = OptionSpec.builder("--framing")
		.paramLabel("FRAMING")
		.type(PoemClient.Framing.class)
		.defaultValue("auto")
		.description("raw; netstring, where a cut poem is an error; or auto, which takes for a netstring what "
				+ "begins as one. ${DEFAULT-VALUE} where it is not given.")
		.build();

	private final PositionalParamSpec servers = PositionalParamSpec.builder()
		.paramLabel("[HOST:]PORT")
		.arity("1..*")
		.required(true)
		.type(List.class)
		.auxiliaryTypes(ServerAddress.class)
		.converters(new AddressConverter())
		.description("The poem servers, on localhost where no host is given.")
		.build();

	PoemsCommand(Console console) {
		this.console = console;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("poems", this);
		command.usageMessage()
			.description("Downloads poems from several poem servers at once, transformed on the way.",
					"They are printed in the order of the servers, with an empty line between two. "
							+ "A poem that cannot be transformed comes as it is, and standard error says so.");
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
