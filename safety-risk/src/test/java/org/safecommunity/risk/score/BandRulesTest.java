package org.safecommunity.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;

class BandRulesTest {
    private static final Scheme LEC = Scheme.find("LEC").orElseThrow();
    private static final Scheme SHANDONG = Scheme.find("LS-SHANDONG").orElseThrow();

    @Property(tries = 100)
    void bands_side_by_side_tile_and_a_moved_bound_does_not(
            @ForAll @Size(min = 2, max = 6) Set<@IntRange(min = 1, max = 99) Integer> cuts,
            @ForAll @IntRange(max = 9) int which,
            @ForAll boolean up) {
        List<Band> bands = new ArrayList<>();
        Integer top = null;
        for (int cut : new TreeSet<>(cuts).descendingSet()) {
            bands.add(band("from-" + cut, Integer.toString(10 * cut), top == null ? null : Integer.toString(10 * top)));
            top = cut;
        }
        assertThat(BandRules.tiling(bands, BoundaryPolicy.LOWER_INCLUSIVE)).isEmpty();
        assertThat(BandRules.tiling(bands, BoundaryPolicy.UPPER_INCLUSIVE)).isEmpty();
        assertThat(BandRules.tiling(bands, BoundaryPolicy.BOTH_INCLUSIVE)).hasSize(bands.size() - 1);

        int index = 1 + which % (bands.size() - 1);
        Band band = bands.get(index);
        BigDecimal to = bands.get(index - 1).from().add(BigDecimal.valueOf(up ? 1 : -1));
        bands.set(index, new Band(band.id(), band.from(), to, band.title(), band.colour(), band.action()));
        assertThat(BandRules.tiling(bands, BoundaryPolicy.LOWER_INCLUSIVE))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(up ? "overlapping-bands" : "gap-between-bands");
                    assertThat(finding.location().column()).isEqualTo("bands[" + index + "].to");
                });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20, -,  0,  30, 'bands[1].to: band low must not overlap high, was to 30 where high begins at 20'",
                "20, -,  0,  19, 'bands[1].to: band low must reach high, was to 19 where high begins at 20'",
                "20, -,  0,  -,  'bands[1].to: to must be given below the highest band, or band low overlaps high'",
                "0,  20, 20, -,  'bands[1].from: from must be below that of the band before, 0, was 20'",
                "20, 20, 0,  20, 'bands[0].to: to must be above from where one bound is left out, was 20'"
            })
    void bands_that_overlap_leave_a_gap_or_hold_nothing_are_named(
            String from, @Nullable String to, String lowFrom, @Nullable String lowTo, String message) {
        List<Band> bands = List.of(band("high", from, to), band("low", lowFrom, lowTo));
        assertThat(BandRules.tiling(bands, BoundaryPolicy.LOWER_INCLUSIVE))
                .extracting(Finding::toString)
                .containsExactly(message);
    }

    @Test
    void scores_in_no_band_are_listed() {
        List<Band> bands = List.of(band("high", "20", "9000"), band("low", "0.1", "20"));
        assertThat(BandRules.coverage(LEC.attainableScores(), bands, BoundaryPolicy.LOWER_INCLUSIVE))
                .extracting(Finding::toString)
                .containsExactly("bands: bands must hold every score of the scales under lower-inclusive, in none: "
                        + "0.05, 10000");
        assertThat(BandRules.coverage(LEC.attainableScores(), LEC.bands(), BoundaryPolicy.UPPER_INCLUSIVE))
                .isEmpty();
    }

    @Nested
    class TablesPrintedInWholeNumbers {
        @Test
        void are_read_as_printed() {
            Scheme closed = closed(
                    band("red", "20", "25"),
                    band("orange", "15", "16"),
                    band("yellow", "9", "12"),
                    band("blue", "1", "8"));
            assertThat(closed.attainableScores())
                    .isEqualTo(SHANDONG.attainableScores())
                    .allSatisfy(score -> assertThat(closed.band(score).id())
                            .isEqualTo(SHANDONG.band(score).colour().label()));
            assertThat(closed.condition(closed.bands().get(2))).isEqualTo("9 ≤ R ≤ 12");
        }

        @Test
        void are_refused_where_a_value_is_in_two_bands() {
            assertThatThrownBy(() -> closed(
                            band("extreme", "20", "25"),
                            band("very-high", "15", "16"),
                            band("high", "10", "12"),
                            band("moderate", "4", "9"),
                            band("low", "1", "4")))
                    .hasMessage("bands[4].to: band low must not overlap moderate, was to 4 where moderate begins at 4");
        }

        @Test
        void are_refused_where_a_value_is_in_none() {
            assertThatThrownBy(() -> closed(
                            band("red", "20", "25"),
                            band("orange", "15", "16"),
                            band("yellow", "9", "12"),
                            band("blue", "1", "7")))
                    .hasMessage("bands: bands must hold every score of the scales under both-inclusive, in none: 8");
        }

        private Scheme closed(Band... bands) {
            return new Scheme(
                    "X",
                    "ls",
                    "1",
                    "e",
                    SHANDONG.title(),
                    "R",
                    SHANDONG.factors(),
                    BoundaryPolicy.BOTH_INCLUSIVE,
                    null,
                    List.of(bands),
                    SHANDONG.provenance(),
                    SHANDONG.sources(),
                    null);
        }
    }

    private static Band band(String id, String from, @Nullable String to) {
        return new Band(
                id,
                new BigDecimal(from),
                to == null ? null : new BigDecimal(to),
                LocalText.of(id),
                Colour.BLUE,
                LocalText.of("act"));
    }
}
