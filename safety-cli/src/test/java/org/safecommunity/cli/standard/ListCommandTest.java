package org.safecommunity.cli.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.safecommunity.cli.CliRun;

class ListCommandTest {
    @Test
    void twelve_elements_each_with_its_provenance() {
        CliRun run = CliRun.of("standard", "list", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.json().get("results")).hasSize(12).allSatisfy(row -> {
            assertThat(row.get("statistic").asText()).isEqualTo("element");
            assertThat(row.at("/details/provenance").asText()).isNotEmpty();
            assertThat(row.at("/details/confirmed").isBoolean()).isTrue();
        });
        assertThat(run.result(2).at("/item/id").asText()).isEqualTo("4.3");
    }

    @Test
    void a_table_has_the_kind_of_entry_for_its_heading() {
        assertThat(CliRun.of("standard", "list").lines().get(0))
                .matches("Id +Element +Phase +Requirements +Confirmed.*");
        assertThat(CliRun.chinese("standard", "list").out())
                .startsWith("编号  要素 ")
                .contains("事故与伤害风险辨识及其评价");
    }

    @Test
    void an_element_with_its_requirements_or_one_requirement() {
        CliRun element = CliRun.of("standard", "show", "4.3", "--format", "json");
        assertThat(element.json().get("results").findValuesAsText("statistic"))
                .startsWith("element", "requirement")
                .hasSize(9);
        CliRun requirement = CliRun.of("standard", "show", "4.3.a", "--format", "json");
        assertThat(requirement.json().get("results")).hasSize(1);
        assertThat(requirement.result(0).at("/item/id").asText()).isEqualTo("4.3.a");
    }
}
