package org.safecommunity.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.model.register.RegisterCatalogue;

class RiversideGeneratorTest {
    private static final Path RIVERSIDE = Path.of("riverside");

    /** Documents written by hand, as the registers are. */
    private static final List<String> BY_HAND = List.of("assessment.yaml", "hidden-dangers.csv", "procedure.yaml");

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // the registers are the bundled examples, written by hand and checked by safety check
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !BY_HAND.contains(name))
                    .filter(name -> RegisterCatalogue.bundled().registers().stream()
                            .noneMatch(kind -> kind.file().equals(name)))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writes_every_file_of_the_example_byte_for_byte(@TempDir Path folder) throws IOException {
        RiversideGenerator.main(new String[] {folder.toString()});
        assertThat(names(folder)).isEqualTo(names(RIVERSIDE)).hasSize(8);
        for (String name : names(RIVERSIDE)) {
            assertThat(folder.resolve(name)).as(name).hasSameBinaryContentAs(RIVERSIDE.resolve(name));
        }
    }

    @Test
    void each_file_says_that_it_is_synthetic() throws IOException {
        for (String name : names(RIVERSIDE)) {
            List<String> lines = Files.readAllLines(RIVERSIDE.resolve(name));
            if (name.endsWith(".csv")) {
                assertThat(lines.get(0)).as(name).endsWith(",data_source");
                assertThat(lines.subList(1, lines.size())).as(name).allMatch(line -> line.endsWith(",synthetic"));
            } else {
                assertThat(lines).as(name).contains("  synthetic: true");
            }
        }
    }

    @Test
    void what_is_written_by_hand_says_that_it_is_invented() throws IOException {
        for (String name : BY_HAND) {
            List<String> lines = Files.readAllLines(RIVERSIDE.resolve(name));
            if (name.endsWith(".csv")) {
                assertThat(lines.subList(1, lines.size())).as(name).allMatch(line -> line.endsWith(",synthetic"));
            } else {
                assertThat(lines.get(0)).as(name).startsWith("# ").containsIgnoringCase("invented");
            }
        }
    }

    private static List<NamedCsvRecord> injuries() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(RIVERSIDE.resolve("injuries.csv"))) {
            return rows.stream().toList();
        }
    }

    private static double share(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> which) {
        return (double) rows.stream().filter(which).count() / rows.size();
    }

    private static int age(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("age"));
    }

    @Test
    void ages_causes_and_seasons_are_plausible() throws IOException {
        List<NamedCsvRecord> all = injuries();
        List<NamedCsvRecord> old = all.stream().filter(r -> age(r) >= 65).toList();
        List<NamedCsvRecord> adults =
                all.stream().filter(r -> age(r) >= 15 && age(r) < 65).toList();
        assertThat(all).hasSizeBetween(2000, 2600);
        assertThat(share(old, r -> r.getField("cause").equals("3"))).isBetween(0.5, 0.7);
        assertThat(share(adults, r -> r.getField("cause").equals("3"))).isBetween(0.15, 0.35);
        assertThat(share(adults, r -> Integer.parseInt(r.getField("cause")) <= 2))
                .isBetween(0.2, 0.4);
        assertThat(share(all, r -> r.getField("intent").equals("1"))).isGreaterThan(0.9);
        assertThat(share(all, r -> r.getField("date").matches("\\d{4}-0[678]-.*")))
                .isGreaterThan(share(all, r -> r.getField("date").matches("\\d{4}-(12|01|02)-.*")));
        assertThat(share(all, r -> r.getField("outcome").equals("5"))).isBetween(0.0005, 0.01);
        assertThat(all).allMatch(r -> age(r) >= 0 && age(r) <= 95);
        assertThat(all.stream().map(r -> r.getField("record_id")).distinct()).hasSameSizeAs(all);
    }

    @Test
    void counts_of_the_rates_table_are_those_of_the_register() throws IOException {
        long sum = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(RIVERSIDE.resolve("rates.csv"))) {
            for (NamedCsvRecord row : rows) {
                sum += Long.parseLong(row.getField("injuries"));
            }
        }
        assertThat(sum).isEqualTo(injuries().size());
    }
}
