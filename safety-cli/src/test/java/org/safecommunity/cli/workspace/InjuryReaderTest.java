package org.safecommunity.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, identity numbers, telephones and addresses of an injury card reach no output, wherever they stand. */
class InjuryReaderTest {
    private static final List<String> PERSONAL =
            List.of("欧阳测试", "Ouyang", "110101199003078515", "13912345678", "139 1234 5678", "幸福路", "Happiness Road");
    private static final String HEADER = "record_id,name,sex,age,date,cause,id_number,telephone,address\n";
    private static final String PLAIN = "1,欧阳测试,male,34,2024-03-01,3,110101199003078515,13912345678,幸福路 12 号\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private void silent(String injuries, int refused) throws IOException {
        Fixture fixture = Fixture.valid(folder).file("injuries.csv", injuries);
        List<String> outputs = new ArrayList<>();
        String path = folder.toString();
        Path html = folder.resolve("out.html");
        outputs.add(Fixture.run("report", path, "--lang", "zh", "--output", html.toString())
                .all());
        outputs.add(Files.readString(html));
        outputs.add(Fixture.run("report", path, "--lang", "en", "--format", "json", "--stacktrace")
                .all());
        outputs.add(Fixture.run("check", path, "--lang", "zh").all());
        outputs.add(
                Fixture.run("check", path, "--lang", "en", "--format", "json").all());
        outputs.add(Fixture.run("check", folder.resolve("injuries.csv").toString(), "--lang", "en")
                .all());
        for (String output : outputs) {
            assertThat(output).isNotBlank().doesNotContain(PERSONAL);
        }
        assertThat(fixture.check().out()).contains(refused + " refused");
    }

    @Test
    void personal_columns_stay_inside() throws IOException {
        silent(HEADER + PLAIN, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,male,13912345678,2024-03-01,3,欧阳测试,110101199003078515,34,幸福路",
                "2,欧阳测试,13912345678,34,2024-03-01,3,x,y,z",
                "2,欧阳测试,male,139 1234 5678,2024-03-01,3,x,y,z",
                "2,欧阳测试,male,34,110101199003078515,3,x,y,z",
                "2,欧阳测试,male,34,2024-03-01,幸福路,x,y,z",
                "2,欧阳测试,Ouyang,34,2024-03-01,Happiness Road,x,y,z",
                "110101199003078515,a,male,999,2024-03-01,3,x,y,z",
                "2,欧阳测试,male,34,2024-03-01,3,110101199003078515,13912345678,幸福路,12 号",
            })
    void shifted_cells_stay_inside(String row) throws IOException {
        silent(HEADER + PLAIN + row + "\n", 1);
    }

    @Test
    void id_used_twice_stays_inside() throws IOException {
        silent(
                HEADER
                        + "110101199003078515,a,male,3,2024-03-01,3,x,y,z\n110101199003078515,a,male,3,2024-03-01,3,x,y,z\n",
                1);
    }

    @Test
    void file_without_header_line_does_not_show_its_first_row() throws IOException {
        silent(PLAIN, 0);
        assertThat(Fixture.valid(folder).file("injuries.csv", PLAIN).check().out())
                .contains("injuries.csv:1 no-heading the first line holds values");
    }
}
