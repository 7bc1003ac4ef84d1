package dev.couplet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the rules of the house: which package may know which.
 */
class ModularityTests {

	private static final String ADVICE = "./mvnw -Pdiagram test -Dtest='ModularityTests#theDiagram*' draws it anew";

	private final ApplicationModules modules = ApplicationModules.of(CoupletApplication.class);

	@Test
	void noModuleKnowsMoreThanItMay() {
		this.modules.verify();
	}

	@Test
	void theCoreNeedsNoFramework() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.couplet.transform..")
			.or()
			.resideInAPackage("dev.couplet.netstring..")
			// which say what a module is
			.and()
			.haveSimpleNameNotEndingWith("package-info")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.micrometer..", "io.opentelemetry..", "io.netty..",
					"jakarta..")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("dev.couplet"));
	}

	@Test
	void theDiagramInTheDocumentationIsThatOfTheCode() throws IOException {
		String diagram = draw();
		Files.writeString(Path.of(System.getProperty("modules.folder", "target/modules"), "modules.puml"), diagram);
		// the same arrows come in another order every time
		assertThat(Path.of("docs/modules.puml")).as(ADVICE)
			.content()
			.satisfies((committed) -> assertThat(committed.lines())
				.containsExactlyInAnyOrderElementsOf(diagram.lines().toList()));
	}

	@Test
	void thePictureIsThatOfTheDiagram() throws IOException {
		String picture = Files.readString(Path.of("docs/modules.svg"));
		assertThat(Files.readString(Path.of("docs/modules.puml")).lines().filter((line) -> line.contains(" --> ")))
			.as(ADVICE)
			.isNotEmpty()
			.allSatisfy((arrow) -> assertThat(arrow.split(" ")).satisfies((words) -> assertThat(picture)
				.contains(">" + module(words[0]) + "<", ">" + module(words[2]) + "<")));
	}

	private static String module(String alias) {
		return alias.substring(alias.lastIndexOf('.') + 1);
	}

	private String draw() throws IOException {
		Path folder = Path.of("target/modules");
		new Documenter(this.modules, Documenter.Options.defaults().withOutputFolder(folder.toString()))
			.writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.UML));
		// laid out in Java, where there is no Graphviz
		return Files.readString(folder.resolve("components.puml"))
			.replace("@startuml", "@startuml\n!pragma layout smetana");
	}

}
