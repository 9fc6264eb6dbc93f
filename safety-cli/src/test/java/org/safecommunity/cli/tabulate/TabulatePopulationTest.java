package org.safecommunity.cli.tabulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safecommunity.cli.tabulate.TabulateFiles.POPULATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tabulate --population}: person-time beside the counts. */
class TabulatePopulationTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(String name, String text) throws IOException {
        return TabulateFiles.file(folder, name, text);
    }

    private Path register() throws IOException {
        return TabulateFiles.register(folder);
    }

    @Test
    void a_population_puts_person_time_to_every_cell_of_it() throws IOException {
        Path population = file("population.csv", POPULATION);
        Cli run = Cli.run(
                "tabulate", register(), "--by", "sex,age:0/5/65", "--population", population, "--where", "age != \"\"");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .containsExactly(
                        "sex,age,events,person_time",
                        "male,0-4,2,100",
                        "male,5-64,0,800",
                        "male,65+,0,50.5",
                        "female,0-4,1,90",
                        "female,5-64,0,700",
                        "female,65+,1,60");
    }

    @Test
    void rows_without_a_value_stay_and_have_no_person_time() throws IOException {
        Path population = file("population.csv", POPULATION);
        Cli run = Cli.run("tabulate", register(), "--by", "sex,age:0/5/65", "--population", population);
        assertThat(run.lines()).contains("male,,1,").hasSize(8);
        assertThat(run.err()).contains("1 events have no value in a dimension of");
    }

    @Test
    void a_population_that_knows_the_missing_value_gives_it_person_time() throws IOException {
        Path population = file("population.csv", POPULATION + "male,不详,7\n");
        Cli run = Cli.run("tabulate", register(), "--by", "sex,age:0/5/65", "--population", population);
        assertThat(run.lines()).contains("male,,1,7");
        assertThat(run.err()).doesNotContain("have no value in a dimension of").contains("no row for 1 combinations");
    }

    @Test
    void a_dimension_the_population_does_not_know_gets_all_its_cells() throws IOException {
        Path population = file("population.csv", "sex,person_time\nmale,950\nfemale,850\n");
        Cli run = Cli.run("tabulate", register(), "--by", "sex,code:mechanism", "--population", population);
        assertThat(run.lines())
                .containsExactly(
                        "sex,code,events,person_time",
                        "male,fall,1,950",
                        "male,mv_traffic_pedal_cyclist,1,950",
                        "male,suffocation,1,950",
                        "female,fall,2,850",
                        "female,mv_traffic_pedal_cyclist,0,850",
                        "female,suffocation,0,850");
        assertThat(run.err()).contains("population.csv has no column for code; each of its values gets the whole");
    }

    @Test
    void rows_of_a_population_that_other_columns_tell_apart_are_added_up() throws IOException {
        Path population = file("population.csv", POPULATION);
        Cli run = Cli.run("tabulate", register(), "--by", "sex", "--population", population);
        assertThat(run.lines()).containsExactly("sex,events,person_time", "male,3,950.5", "female,2,850");
        assertThat(run.err()).contains("population.csv: the rows of a cell were added up over age");
    }

    @Test
    void conditions_on_columns_of_the_population_hold_for_it_too() throws IOException {
        Path register = file("r.csv", "sex,year,grade\nmale,2023,1\nmale,2024,2\nfemale,2024,1\n");
        Path population =
                file("population.csv", "sex,year,n\nmale,2023,10\nmale,2024,20\nfemale,2023,30\nfemale,2024,40\n");
        Cli run = Cli.run(
                "tabulate",
                register,
                "--by",
                "sex",
                "--where",
                "year = 2024",
                "--where",
                "grade = 2",
                "--population",
                population,
                "--population-column",
                "n",
                "--format",
                "json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/results/0/details/personTime").asInt()).isEqualTo(20);
        assertThat(json.at("/results/1/details/personTime").asInt()).isEqualTo(40);
        assertThat(json.at("/results/1/value").asInt()).isZero();
        assertThat(json.at("/provenance/inputs/1/filtered").asInt()).isEqualTo(2);
        assertThat(run.err()).contains("population.csv has no column for the condition grade = 2");
    }

    @Test
    void kept_columns_of_a_population_follow_the_person_time() throws IOException {
        Path population = file("population.csv", "sex,person_time,weight\nmale,950,0.5\nfemale,850,0.5\n");
        Cli run = Cli.run(
                "tabulate", register(), "--by", "sex", "--population", population, "--population-keep", "weight");
        assertThat(run.lines()).containsExactly("sex,events,person_time,weight", "male,3,950,0.5", "female,2,850,0.5");
    }

    @Test
    void a_row_of_a_population_that_cannot_be_read_is_refused() throws IOException {
        Path population = file("population.csv", POPULATION + "male,Total,950\nmale,60-70,1\nmale,7,-1\n");
        Cli run = Cli.run("tabulate", register(), "--by", "sex,age:0/5/65", "--population", population, "--strict");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("population.csv:8:age: must be an age")
                .contains("population.csv:9:age: the age band must lie inside one of the bands asked for")
                .contains("population.csv:10:person_time: must be a number of 0 or more")
                .contains("9 rows read, 6 used, 3 refused");
    }

    @Nested
    class Rejects {
        @Test
        void events_without_person_time_naming_the_cell() throws IOException {
            Path none = file("population.csv", "sex,person_time\nmale,950\n");
            Cli.assertRefused(
                    3,
                    "no person-time in 1 cells: sex=female (2)",
                    "tabulate",
                    register(),
                    "--by",
                    "sex",
                    "--population",
                    none);
            Path zero = file("zero.csv", "sex,person_time\nmale,950\nfemale,0\n");
            Cli.assertRefused(
                    3,
                    "no person-time in 1 cells: sex=female (2)",
                    "tabulate",
                    register(),
                    "--by",
                    "sex",
                    "--population",
                    zero);
        }

        @Test
        void a_row_of_a_population_that_is_there_twice() throws IOException {
            Path twice = file("population.csv", "sex,person_time\nmale,950\nfemale,850\nmale,950\n");
            Cli.assertRefused(
                    3,
                    "population.csv:4: the row sex=male is there twice, first in line 2",
                    "tabulate",
                    register(),
                    "--by",
                    "sex",
                    "--population",
                    twice);
        }

        @Test
        void a_population_of_other_columns() throws IOException {
            Path other = file("population.csv", "gender,persons\nmale,950\n");
            Cli.assertRefused(
                    2, "has no column person_time", "tabulate", register(), "--by", "sex", "--population", other);
            Cli.assertRefused(
                    2,
                    "a column for none of the dimensions sex",
                    "tabulate",
                    register(),
                    "--by",
                    "sex",
                    "--population",
                    other,
                    "--population-column",
                    "persons");
            Path near = file("near.csv", "age_group,person_time\n0-4,950\n");
            Cli.assertRefused(
                    2,
                    "has no column age, but age_group",
                    "tabulate",
                    register(),
                    "--by",
                    "age:5y",
                    "--population",
                    near);
        }

        @Test
        void kept_values_that_differ_within_a_cell() throws IOException {
            Path population = file("population.csv", "sex,age,person_time,w\nmale,1,5,1\nmale,2,5,2\nfemale,1,5,1\n");
            Cli.assertRefused(
                    3,
                    "population.csv:3:w: the value must be the same",
                    "tabulate",
                    register(),
                    "--by",
                    "sex",
                    "--population",
                    population,
                    "--population-keep",
                    "w");
        }
    }
}
