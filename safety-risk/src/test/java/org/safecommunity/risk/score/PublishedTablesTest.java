package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.InvalidDataException;

/** Tables and splits of the schemes beside what is published and counted elsewhere. */
class PublishedTablesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "scheme-splits.reference.csv", useHeadersInDisplayName = true)
    void all_combinations_split_as_counted(
            String section, String id, String policy, int combinations, int distinct, String counts) {
        Scheme scheme =
                scheme(id).with(BoundaryPolicy.valueOf(policy.replace('-', '_').toUpperCase(Locale.ROOT)));
        Map<String, Integer> byBand = new LinkedHashMap<>();
        for (int i = scheme.bands().size() - 1; i >= 0; i--) {
            byBand.put(scheme.bands().get(i).id(), 0);
        }
        List<Map<String, BigDecimal>> all = Combinations.of(scheme);
        all.forEach(r -> byBand.merge(scheme.score(r).band().id(), 1, Integer::sum));
        assertThat(all).hasSize(combinations);
        assertThat(scheme.attainableScores()).hasSize(distinct);
        assertThat(byBand.values()).extracting(Object::toString).containsExactly(counts.split(" "));
    }

    @Test
    void every_bundled_scheme_has_its_split_in_the_reference_file() throws Exception {
        try (var lines = getClass().getResourceAsStream("scheme-splits.reference.csv")) {
            assertThat(new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains(Scheme.bundled().stream()
                            .map(s -> "," + s.id() + "," + s.policy().label() + ",")
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "printed-bands.reference.csv", useHeadersInDisplayName = true)
    void printed_bands_are_taken_or_refused_with_their_fault(
            String section, String id, String bands, @Nullable String fault) {
        if (fault == null) {
            assertThatCode(() -> printed(scheme(id), bands)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> printed(scheme(id), bands))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining(fault);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "fine-cost.reference.csv", useHeadersInDisplayName = true)
    void cost_is_justified_as_computed(
            String section, BigDecimal score, BigDecimal cf, BigDecimal dc, BigDecimal j, boolean justified) {
        assertThat(CostJustification.bundled().of(score, cf, dc)).isEqualTo(new CostJustification.Result(j, justified));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "action-priority-table.reference.csv", useHeadersInDisplayName = true)
    void action_priority_follows_the_whole_table(
            String section, String s, String o, String d7, String d5, String d2, String d1) {
        ActionPriority table = ActionPriority.bundled();
        for (int i = first(s); i <= last(s); i++) {
            for (int k = first(o); k <= last(o); k++) {
                for (int d = 1; d <= 10; d++) {
                    String expected = d >= 7 ? d7 : d >= 5 ? d5 : d >= 2 ? d2 : d1;
                    assertThat(table.of(i, k, d).id())
                            .as("(%d, %d, %d)", i, k, d)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static int first(String range) {
        return Integer.parseInt(range.substring(0, range.indexOf('-')));
    }

    private static int last(String range) {
        return Integer.parseInt(range.substring(range.indexOf('-') + 1));
    }

    private static Scheme scheme(String id) {
        return Scheme.find(id).orElseThrow();
    }

    private static Scheme printed(Scheme like, String text) {
        List<Band> bands = new ArrayList<>();
        for (String range : text.split(" ")) {
            int dash = range.indexOf('-');
            String to = range.substring(dash + 1);
            bands.add(new Band(
                    "b" + (bands.size() + 1),
                    new BigDecimal(range.substring(0, dash)),
                    to.isEmpty() ? null : new BigDecimal(to),
                    LocalText.of("x"),
                    Colour.BLUE,
                    LocalText.of("x")));
        }
        return new Scheme(
                "PRINTED",
                like.method(),
                "1",
                "e",
                like.title(),
                like.symbol(),
                like.factors(),
                BoundaryPolicy.BOTH_INCLUSIVE,
                null,
                bands,
                like.provenance(),
                like.sources(),
                null);
    }
}
