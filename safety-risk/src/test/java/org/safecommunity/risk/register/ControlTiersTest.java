package org.safecommunity.risk.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.risk.score.Colour;

class ControlTiersTest {
    /** Red and orange: company and below; yellow: workshop and below; blue: team and post. */
    @ParameterizedTest
    @CsvSource({
        "enterprise, RED, company workshop team post",
        "enterprise, ORANGE, company workshop team post",
        "enterprise, YELLOW, workshop team post",
        "enterprise, BLUE, team post",
        "school, RED, school department group post",
        "school, BLUE, group post"
    })
    void a_colour_names_its_highest_tier_and_all_below(String set, Colour colour, String tiers) {
        assertThat(ControlTiers.find(set).orElseThrow().of(colour))
                .extracting(ControlTiers.Tier::id)
                .containsExactly(tiers.split(" "));
    }

    @Test
    void a_colour_without_a_tier_is_rejected() {
        List<ControlTiers.Tier> tiers = List.of(new ControlTiers.Tier("top", LocalText.of("Top")));
        assertThatThrownBy(() -> new ControlTiers(
                        "x",
                        LocalText.of("x"),
                        tiers,
                        Map.of("red", "top", "orange", "top", "yellow", "top"),
                        Provenance.found("DOC"),
                        List.of(new SourceDocument("DOC", LocalText.of("d")))))
                .hasMessage("highest must name a tier for blue, was null");
    }
}
