package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the project, from register to rates. */
class TabulatePipeTest {
    private static final Path RIVERSIDE = Cli.EXAMPLES.resolve("riverside");
    private static final Path SHANDONG = Cli.EXAMPLES.resolve("shandong").resolve("register.csv");
    private static final Path TBI = Cli.EXAMPLES.resolve("us-tbi");

    /** Runs a command with the output of another as standard input. */
    private static Cli pipe(Cli first, Object... second) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(first.out().getBytes(StandardCharsets.UTF_8)));
        try {
            return Cli.run(second);
        } finally {
            System.setIn(before);
        }
    }

    private static Cli riverside() {
        return Cli.run(
                "tabulate",
                RIVERSIDE.resolve("injuries.csv"),
                "--by",
                "year=date:year,sex,age_group=age:5y",
                "--population",
                RIVERSIDE.resolve("population.csv"),
                "--population-column",
                "persons");
    }

    @Test
    void register_and_population_of_riverside_give_its_table_of_rates() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        Cli.cells(Files.readString(RIVERSIDE.resolve("rates.csv")), 3)
                .forEach((key, rest) -> expected.put(key, rest.substring(0, rest.lastIndexOf(','))));
        assertThat(expected).hasSize(108);
        assertThat(Cli.cells(riverside().out(), 3)).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(riverside().err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age:5y",
                "age:10y",
                "age:0/1/5/15/65",
                "date:year",
                "date:quarter",
                "date:month",
                "date:week",
                "date:weekday",
                "sex"
            })
    void counts_and_sums_agree_with_r(String by) throws IOException {
        Path reference = Path.of("src/test/resources/org/safecommunity/cli/tabulate/tabulate.reference.csv");
        Map<String, String> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(reference)) {
            if (line.startsWith(by + ",")) {
                String[] cells = line.split(",", -1);
                expected.put(cells[1], cells[2] + "," + cells[3]);
            }
        }
        Cli run = Cli.run("tabulate", RIVERSIDE.resolve("injuries.csv"), "--by", by, "--sum", "hour");
        assertThat(expected).isNotEmpty();
        assertThat(Cli.cells(run.out(), 1)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void crude_rates_are_those_of_the_table() {
        Object[] second = {
            "rates",
            "crude",
            "-",
            "--events",
            "events",
            "--person-time",
            "person_time",
            "--by",
            "year,sex",
            "--format",
            "csv"
        };
        Cli piped = pipe(riverside(), second);
        Cli table = Cli.run(
                "rates",
                "crude",
                RIVERSIDE.resolve("rates.csv"),
                "--events",
                "injuries",
                "--person-time",
                "person_years",
                "--by",
                "year,sex",
                "--format",
                "csv");
        assertThat(piped.code()).isZero();
        assertThat(piped.lines()).containsExactlyInAnyOrderElementsOf(table.lines());
    }

    @Test
    void standardised_rates_are_those_of_the_table() {
        Cli piped = pipe(
                riverside(),
                "rates",
                "standardise",
                "-",
                "--events",
                "events",
                "--person-time",
                "person_time",
                "--stratum",
                "age_group",
                "--standard",
                "CHINA_2020",
                "--by",
                "year,sex",
                "--format",
                "csv");
        Cli table = Cli.run(
                "rates",
                "standardise",
                RIVERSIDE.resolve("rates.csv"),
                "--events",
                "injuries",
                "--person-time",
                "person_years",
                "--stratum",
                "age_group",
                "--standard",
                "CHINA_2020",
                "--by",
                "year,sex",
                "--format",
                "csv");
        assertThat(piped.code()).isZero();
        assertThat(piped.lines()).containsExactlyInAnyOrderElementsOf(table.lines());
    }

    @Test
    void shandong_by_sex_and_residence_gives_proportions() {
        Cli counts = Cli.run("tabulate", SHANDONG, "--by", "sex,residence=urban", "--sum", "died");
        assertThat(counts.lines())
                .containsExactly(
                        "sex,residence,events,died",
                        "female,no,1134,536",
                        "female,yes,149,50",
                        "female,unknown,45,1",
                        "male,no,1079,605",
                        "male,yes,128,63",
                        "male,unknown,36,1");
        Cli fatal =
                pipe(counts, "rates", "proportion", "-", "--events", "died", "--trials", "events", "--format", "csv");
        assertThat(fatal.code()).isZero();
        assertThat(fatal.lines().get(1)).startsWith("proportion,0.4885258654");
    }

    @Test
    void tbi_deaths_by_mechanism_are_standardised_and_what_is_not_known_is_said() {
        Cli counts = Cli.run(
                "tabulate",
                TBI.resolve("us-tbi-2014.csv"),
                "--by",
                "age_group,mechanism=injury_mechanism",
                "--sum",
                "cases",
                "--where",
                "care = Deaths",
                "--where",
                "age_group != 0-17",
                "--where",
                "age_group != Total",
                "--population",
                TBI.resolve("population.csv"),
                "--population-keep",
                "us_2000");
        assertThat(counts.lines().get(1)).isEqualTo("0-4,Motor Vehicle Crashes,1,187,19877347,69135");
        assertThat(counts.err()).contains("cases: 2 of 63 rows used have no amount");
        Cli rates = pipe(
                counts,
                "rates",
                "standardise",
                "-",
                "--events",
                "cases",
                "--person-time",
                "person_time",
                "--stratum",
                "age_group",
                "--standard-weight",
                "us_2000",
                "--by",
                "mechanism",
                "--format",
                "csv");
        assertThat(rates.code()).isZero();
        List<String> standardised = rates.lines().stream()
                .filter(line -> line.contains(",standardised-rate,"))
                .toList();
        assertThat(standardised).hasSize(7);
        assertThat(standardised.get(0)).startsWith("Motor Vehicle Crashes,standardised-rate,3.30");
        assertThat(standardised)
                .anyMatch(line -> line.startsWith("Intentional self-harm,standardised-rate,,")
                        && line.contains("no-person-time"));
    }

    @Nested
    class Rejects {
        private Cli standardised(String... where) {
            Path file = TBI.resolve("us-tbi-2014.csv");
            Object[] all = new Object[] {
                "rates",
                "standardise",
                file,
                "--events",
                "cases",
                "--person-time",
                "cases",
                "--stratum",
                "age_group",
                "--standard-weight",
                "cases",
                "--where",
                "injury_mechanism = Assault",
                "--where",
                "care = Deaths"
            };
            Object[] arguments = java.util.Arrays.copyOf(all, all.length + where.length);
            System.arraycopy(where, 0, arguments, all.length, where.length);
            return Cli.run(arguments);
        }

        @Test
        void overlapping_age_groups_until_one_is_chosen() {
            Cli total = standardised();
            assertThat(total.code()).isEqualTo(3);
            assertThat(total.err()).contains("the strata 0-17 and Total of age_group overlap");
            Cli bands = standardised("--where", "age_group != Total");
            assertThat(bands.code()).isEqualTo(3);
            assertThat(bands.err())
                    .contains("the strata 0-4 and 0-17 of age_group overlap; the same people would count twice")
                    .contains("--where 'age_group != \"0-17\"'");
            assertThat(standardised("--where", "age_group != Total", "--where", "age_group != 0-17")
                            .code())
                    .isZero();
        }
    }
}
