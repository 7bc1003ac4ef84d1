package dev.couplet;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * Tests for the rules of the house: which package may know which.
 */
class ModularityTests {

	@Test
	void noModuleKnowsMoreThanItMay() {
		ApplicationModules.of(CoupletApplication.class).verify();
	}

}
