package dev.couplet.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SettingNames}.
 */
class SettingNamesTests {

	private final SettingNames names = new SettingNames();

	@BeforeEach
	void add() {
		this.names.add("house", House.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "house.street-name", "house.streetName", "house.street_name", "house.owners",
			"house.owners.a", "house.owners[a.b]", "house.lamps.red-one.watts", "house.lamps[a.b].watts", "house.rooms",
			"house.rooms[0].size", "house.rooms[12].size", "house.door.open-for" })
	void findsTheComponentsOfARecordInAnySpelling(String name) {
		assertThat(this.names.has(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "house", "house.street", "house.street-name.x", "house.street-name[0]", "house.rooms.size",
			"house.rooms[0]", "house.lamps.red", "house.lamps.red.watt", "house.lamps.red.x.watts",
			"house.rooms[0].sizes", "house.rooms[a].size", "house.door", "house.ownersa", "home.owners.a" })
	void doesNotFindOtherNames(String name) {
		assertThat(this.names.has(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HOUSE_STREETNAME", "HOUSE_STREET_NAME", "HOUSE_OWNERS_A", "HOUSE_LAMPS_RED_WATTS",
			"HOUSE_ROOMS_0_SIZE", "HOUSE_DOOR_OPENFOR" })
	void findsEnvironmentVariables(String name) {
		assertThat(this.names.hasVariable(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HOUSE_SERVICE_HOST", "HOUSE_PORT_80_TCP", "HOUSE_STREET", "HOUSE_LAMPS_RED_WATT",
			"HOUSE_ROOMS_0_SIZES" })
	void doesNotFindOtherVariables(String name) {
		assertThat(this.names.hasVariable(name)).isFalse();
	}

	@Test
	void listsSettingsSortedByName() {
		assertThat(this.names).hasToString(
				"house.door.open-for, house.lamps, house.lamps.<name>.watts, house.owners, house.owners.<name>, house.rooms, "
						+ "house.rooms[n].size, house.street-name");
	}

	record House(String streetName, Map<String, String> owners, List<Room> rooms, Door door, Map<String, Lamp> lamps) {

	}

	record Room(int size) {

	}

	record Lamp(int watts) {

	}

	record Door(Duration openFor) {

	}

}
