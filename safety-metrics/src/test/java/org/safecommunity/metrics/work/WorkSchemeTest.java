package org.safecommunity.metrics.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkSchemeTest {
    @ParameterizedTest
    @CsvSource({"1987-02-01,1986", "2026-06-30,1986", "2026-07-01,2025", "2030-01-01,2025"})
    void the_edition_is_chosen_by_date(LocalDate day, String edition) {
        assertThat(WorkScheme.find(WorkScheme.bundled(), "gb6441", day)
                        .orElseThrow()
                        .edition())
                .isEqualTo(edition);
    }

    @Test
    void no_edition_is_in_force_before_the_first() {
        assertThat(WorkScheme.find(WorkScheme.bundled(), "gb6441", LocalDate.of(1987, 1, 31)))
                .isEmpty();
        assertThat(WorkScheme.find(WorkScheme.bundled(), "osha", LocalDate.of(1987, 1, 31)))
                .isPresent();
        assertThat(WorkScheme.find(WorkScheme.bundled(), "osho", null)).isEmpty();
    }

    @Test
    void what_cannot_be_computed_is_named() {
        WorkScheme scheme =
                WorkScheme.find(WorkScheme.bundled(), "gb6721", null).orElseThrow();
        WorkQuantities quantities = WorkQuantities.of(Map.of("direct_loss_10k", 3d, "workers", 10d));
        Map<String, Set<String>> missing = scheme.missing(quantities);
        assertThat(missing.get("economic-loss")).containsExactly("economic_loss_10k");
        assertThat(missing.get("loss-rate-output")).containsExactly("economic_loss_10k", "output_value_10k");
        assertThat(missing).hasSize(4);
    }

    @Test
    void quantities_and_counts_of_a_scheme_are_listed() {
        WorkScheme scheme =
                WorkScheme.find(WorkScheme.bundled(), "gb6441", null).orElseThrow();
        assertThat(scheme.quantities())
                .containsExactly(
                        "deaths", "workers", "serious", "injuries", "hours", "lost_days", "tonnes", "timber_m3");
        assertThat(scheme.counts()).containsExactly("deaths", "serious", "injuries");
        assertThat(scheme.deathCharge()).hasValue(6000);
    }

    @Test
    void expressions_take_the_first_alternative_that_is_given() {
        QuantityExpression sum = QuantityExpression.parse("total | a*b + c");
        assertThat(sum.value(Map.of("a", 2d, "b", 3d, "c", 4d))).isEqualTo(10);
        assertThat(sum.value(Map.of("a", 2d, "b", 3d, "c", 4d, "total", 7d))).isEqualTo(7);
        assertThat(sum.missing(Map.of("a", 1d))).containsExactly("total");
        assertThat(sum.names()).containsExactly("total", "a", "b", "c");
        assertThat(QuantityExpression.parse("").value(Map.of())).isEqualTo(1);
        assertThat(sum).isEqualTo(QuantityExpression.parse("total | a*b + c")).hasToString("total | a*b + c");
    }

    @Test
    void a_file_of_the_same_form_is_read() throws IOException {
        String file = """
                # own indicators
                scheme,edition,valid_from,valid_to,death_charge,id,en,zh,numerator,denominator,multiplier,unit,interval,reference,status
                plant,,,,,near-miss-rate,"Near misses, per 1000 hours",险兆率,near_misses,hours,1000,per 1000 hours,poisson,plant rule 7,given
                """;
        WorkScheme scheme = WorkScheme.read(new StringReader(file)).get(0);
        assertThat(scheme.id()).isEqualTo("plant");
        assertThat(scheme.indicators().get(0).en()).isEqualTo("Near misses, per 1000 hours");
        assertThat(scheme.counts()).containsExactly("near_misses");
    }

    @Nested
    class Rejects {
        @Test
        void files_with_the_line_at_fault() {
            assertThatThrownBy(() -> WorkScheme.read(new StringReader("scheme,id\n\nplant,a\n")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("line 3: column edition must be there");
            assertThatThrownBy(() -> WorkScheme.read(new StringReader("scheme,id\nplant\n")))
                    .hasMessage("line 2 must have 2 fields, was 1");
            assertThatThrownBy(() -> WorkScheme.read(new StringReader("scheme,id\n")))
                    .hasMessage("the file must have a header line and at least one indicator");
        }

        @Test
        void a_row_without_a_column() {
            Map<String, String> row = row();
            row.remove("unit");
            assertThatThrownBy(() -> WorkIndicator.of(row))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("column unit must be there");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "id ; Rate One ; id must be kebab-case, was \"Rate One\"",
                    "en ; '' ; en must not be blank",
                    "numerator ; '' ; numerator must not be blank",
                    "numerator ; a/b ; numerator: an expression must be quantities (small letters, digits, _) joined by +,"
                            + " * and |, was \"a/b\"",
                    "denominator ; Hours ; denominator: an expression must be quantities (small letters, digits, _) joined"
                            + " by +, * and |, was \"Hours\"",
                    "multiplier ; x ; multiplier must be a number, was \"x\"",
                    "multiplier ; 0 ; multiplier must be finite and greater than 0, was 0",
                    "valid_from ; 2026-7-1 ; valid_from must be a date such as 2026-07-01, was \"2026-7-1\"",
                    "valid_to ; 1999-01-01 ; valid_to must not be before valid_from, was 1999-01-01",
                    "death_charge ; -1 ; death_charge must be finite and 0 or more, was -1",
                    "interval ; exact ; interval must be poisson or none, was \"exact\"",
                    "status ; sure ; status must be one of found, recalled, secondary, given, was \"sure\"",
                })
        void a_cell_that_is_not_what_it_must_be(String column, String value, String message) {
            Map<String, String> row = row();
            row.put(column, value);
            assertThatThrownBy(() -> WorkIndicator.of(row))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void an_identifier_that_appears_twice() {
            List<WorkIndicator> twice = List.of(WorkIndicator.of(row()), WorkIndicator.of(row()));
            assertThatThrownBy(() -> WorkScheme.of(twice))
                    .hasMessage("id must be unique in scheme s 1, was twice rate-one");
        }

        @Test
        void editions_whose_dates_differ() {
            Map<String, String> other = row();
            other.put("id", "rate-two");
            other.put("valid_from", "2001-01-01");
            List<WorkIndicator> both = new ArrayList<>(List.of(WorkIndicator.of(row()), WorkIndicator.of(other)));
            assertThatThrownBy(() -> WorkScheme.of(both))
                    .hasMessage(
                            "valid_from, valid_to and death_charge must be the same for all indicators of scheme s 1,"
                                    + " were not for rate-two");
        }

        @Test
        void a_scheme_without_indicators() {
            assertThatThrownBy(() -> new WorkScheme("s", "1", List.of())).hasMessage("indicators must not be empty");
        }

        private Map<String, String> row() {
            Map<String, String> row = new LinkedHashMap<>();
            String[] cells = {
                "s",
                "1",
                "2000-01-01",
                "",
                "",
                "rate-one",
                "Rate",
                "率",
                "injuries",
                "hours",
                "1000",
                "per 1000 hours",
                "poisson",
                "a text",
                "given"
            };
            for (int i = 0; i < cells.length; i++) {
                row.put(WorkIndicator.COLUMNS.get(i), cells[i]);
            }
            return row;
        }
    }
}
