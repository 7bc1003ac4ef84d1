package dev.couplet.client.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code transform}: transforms standard input on a server.
 */
final class TransformCommand implements Callable<Integer> {

	private final Console console;

	private final ServerOptions options = new ServerOptions();

	private final PositionalParamSpec recipe = PositionalParamSpec.builder()
		.paramLabel("RECIPE")
		.arity("1")
		.required(true)
		.converters(new RecipeConverter())
		.description("A recipe such as trim,wrap=60,cummingsify.")
		.build();

	TransformCommand(Console console) {
		this.console = console;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("transform", this);
		command.usageMessage()
			.description("Transforms standard input on a transform server, and writes the result to standard output.",
					"Both are passed on byte for byte. A recipe that takes a text takes UTF-8, in every locale.");
		command.addPositional(this.recipe);
		this.options.addTo(command);
		return command;
	}

	@Override
	public Integer call() throws IOException {
		this.console.print(this.options.client().transform(this.recipe.getValue(), this.console.read()));
		return ExitCode.OK;
	}

}
