package dev.couplet.client.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code completion}: prints a script that completes arguments in a shell.
 */
final class CompletionCommand implements Callable<Integer> {

	private final Console console;

	private final LocalTransforms transforms;

	private final PositionalParamSpec shell = PositionalParamSpec.builder()
		.paramLabel("SHELL")
		.index("0")
		.arity("1")
		.required(true)
		.type(Shell.class)
		.description("The shell: bash, zsh or fish.")
		.build();

	CompletionCommand(Console console, LocalTransforms transforms) {
		this.console = console;
		this.transforms = transforms;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("completion", this);
		command.addPositional(this.shell);
		command.usageMessage()
			.description(
					"Prints a script that completes the arguments of couplet in a shell: commands, options, files, "
							+ "and the names of transforms in a recipe.",
					"bash: source <(couplet completion bash), in ~/.bashrc.",
					"zsh: source <(couplet completion zsh), in ~/.zshrc after compinit.",
					"fish: couplet completion fish >~/.config/fish/completions/couplet.fish");
		return command;
	}

	@Override
	public Integer call() throws IOException {
		CommandSpec program = this.shell.command().root();
		this.console.print(new CompletionScript(program, this.transforms.completed()).forShell(this.shell.getValue()));
		return ExitCode.OK;
	}

}
