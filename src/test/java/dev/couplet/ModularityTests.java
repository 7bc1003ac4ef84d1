package dev.couplet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.couplet.endpoint.PhasedLifecycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import org.springframework.context.Lifecycle;
import org.springframework.integration.gateway.MessagingGatewaySupport;
import org.springframework.integration.ip.tcp.connection.AbstractConnectionFactory;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the allowed dependencies between packages.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Resources.SYSTEM_OUT)
class ModularityTests {

	private static final String ADVICE = "./mvnw -Pdiagram test -Dtest='ModularityTests#theDiagram*' redraws it";

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.couplet");

	private final ApplicationModules modules = ApplicationModules.of(CoupletApplication.class);

	@Test
	void modulesHaveOnlyAllowedDependencies() {
		this.modules.verify();
	}

	@Test
	void coreDependsOnNoFramework() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.couplet.transform..")
			.or()
			.resideInAPackage("dev.couplet.netstring..")
			.or()
			.resideInAPackage("dev.couplet.client")
			.or()
			.belongToAnyOf(Couplet.class)
			// annotations that define modules
			.and()
			.haveSimpleNameNotEndingWith("package-info")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.micrometer..", "io.opentelemetry..", "io.netty..",
					"jakarta..")
			.check(MAIN);
	}

	@Test
	void onlyRemoteTransformsDependOnOtherModules() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.couplet.transform..")
			.and()
			.resideOutsideOfPackage("dev.couplet.transform.remote")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.couplet.client..", "dev.couplet.netstring..", "dev.couplet.transform.remote..")
			.check(MAIN);
	}

	/**
	 * Except requests that never come to a transform: what is no HTTP, and what Spring
	 * MVC refuses.
	 */
	@Test
	void protocolsDoNotCountRequestsThemselves() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.couplet.protocol..")
			.and()
			.resideOutsideOfPackage("dev.couplet.protocol.http.tomcat")
			.and()
			.doNotHaveSimpleName("ProblemAdvice")
			.and()
			.doNotHaveSimpleName("HttpConfiguration")
			.should()
			.dependOnClassesThat()
			.haveSimpleName("FailedRequests")
			.check(MAIN);
	}

	/**
	 * Except the classes that Spring Integration's gateway needs.
	 */
	@Test
	void onlyOneClassHasALifecycle() {
		ArchRuleDefinition.classes()
			.that()
			.implement(Lifecycle.class)
			.and()
			.areNotAssignableTo(MessagingGatewaySupport.class)
			.and()
			.areNotAssignableTo(AbstractConnectionFactory.class)
			.should()
			.be(PhasedLifecycle.class)
			.check(MAIN);
	}

	@Test
	void theDiagramMatchesTheCode() throws IOException {
		String diagram = draw();
		Files.writeString(Path.of(System.getProperty("modules.folder", "target/modules"), "modules.puml"), diagram);
		// the order of the arrows varies
		assertThat(Path.of("docs/modules.puml")).as(ADVICE)
			.content()
			.satisfies((committed) -> assertThat(committed.lines())
				.containsExactlyInAnyOrderElementsOf(diagram.lines().toList()));
	}

	@Test
	void thePictureMatchesTheDiagram() throws IOException {
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
		// the layout engine in Java, because Graphviz may not be installed
		return Files.readString(folder.resolve("components.puml"))
			.replace("@startuml", "@startuml\n!pragma layout smetana");
	}

}
