package org.safecommunity.cli.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableReader;

class TableFormTest {
    private static final List<String> HEADER = List.of("id", "name", "目标", "a: b", "true");

    @Property(tries = 150)
    void every_table_is_read_back_unchanged(@ForAll("cells") List<List<String>> rows, @ForAll TableForm form)
            throws IOException {
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = new ArrayList<>(List.of("R" + i));
            row.addAll(rows.get(i));
            table.add(row);
        }
        Path file = Files.createTempFile("table", "." + form.label());
        try {
            Files.writeString(file, form.table(HEADER, table, false));
            assertThat(read(file)).isEqualTo(table);
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<String>> read(Path path) {
        InputFile file = InputFile.open(path.toString(), null);
        RowFindings findings = new RowFindings(file.name());
        List<List<String>> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(file, findings)) {
            assertThat(reader.header()).isEqualTo(HEADER);
            for (TableReader.Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.cells());
            }
        }
        assertThat(findings.findings()).isEmpty();
        return rows;
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                "1",
                "01",
                "1.50",
                "1e3",
                "0x1F",
                "1_000",
                ".5",
                "-",
                "- a",
                "yes",
                "No",
                "null",
                "~",
                "true",
                "=1",
                "2024-03-01",
                "a: b",
                "a #b",
                "#a",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a`",
                "?",
                "? a",
                "{a}",
                "[a]",
                "|",
                ">",
                "'a'",
                "\"a\"",
                "a\nb",
                "a,b",
                "a;b",
                "甲：乙",
                "…",
                "---",
                "<<",
                "12:30:45",
                ".inf",
                "NaN",
                "\\n",
                "a\tb");
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('安', '全', 'é', '，', '。', '\n', '"', '\'', ':', '#')
                .ofMaxLength(12);
        return Arbitraries.oneOf(odd, text)
                .list()
                .ofSize(HEADER.size() - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Test
    void names_of_files() {
        assertThat(TableForm.YAML.fileName("goals.csv")).isEqualTo("goals.yaml");
        assertThat(TableForm.JSON.fileName("goals")).isEqualTo("goals.json");
    }

    @Test
    void csv_for_excel_has_what_excel_needs() {
        assertThat(TableForm.CSV.table(List.of("id"), List.of(List.of("=1+1")), true))
                .isEqualTo("\uFEFFid\r\n'=1+1\r\n");
    }

    @Test
    void rejects_a_document_in_csv() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TableForm.CSV.document(Map.of()))
                .withMessage("a document has no form in CSV");
    }
}
