package org.safecommunity.cli.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;

class RowPassTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<String> rows = new ArrayList<>();

    private RowPass pass(byte[] bytes, String... where) throws IOException {
        Path file = folder.resolve("f.csv");
        Files.write(file, bytes);
        return RowPass.over(
                file.toString(), new CommonOptions(), table -> RowFilter.of(List.of(where), table), table -> row -> {
                    rows.add(row.cell(0));
                    if (row.cell(0).equals("bad")) {
                        CellRefusal.refuse("not-a-count", table, row, 0);
                    }
                });
    }

    private RowPass pass(String text, String... where) throws IOException {
        return pass(text.getBytes(StandardCharsets.UTF_8), where);
    }

    @Test
    void rows_are_used_refused_or_left_out() throws IOException {
        RowPass pass = pass("a,b\n1,x\nbad,x\n2\n3,y\n4,x\n", "b = x");
        assertThat(rows).containsExactly("1", "bad", "4");
        assertThat(pass.provenance().rows()).isEqualTo(5);
        assertThat(pass.provenance().used()).isEqualTo(2);
        assertThat(pass.provenance().refused()).isEqualTo(2);
        assertThat(pass.provenance().filtered()).isEqualTo(1);
        assertThat(pass.remarks()).extracting(Remark::code).containsExactly("not-a-count", "column-count");
        assertThat(pass.remarks().get(0).message()).contains("f.csv:3:a").doesNotContain("bad");
    }

    @Test
    void a_guessed_charset_is_remarked() throws IOException {
        RowPass pass = pass("名\n张\n".getBytes(Charset.forName("GB18030")));
        assertThat(rows).containsExactly("张");
        assertThat(pass.remarks()).extracting(Remark::code).containsExactly("charset-guessed");
    }

    @Test
    void a_pass_without_a_row_used_can_end_the_command() throws IOException {
        pass("a\n1\n").requireRows();
        RowPass empty = pass("a\nbad\n");
        assertThatThrownBy(empty::requireRows)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no row that can be used (1 rows read, 1 refused)")
                .hasMessageContaining("f.csv:2:a");
    }
}
