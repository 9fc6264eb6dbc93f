package org.safecommunity.cli.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safecommunity.cli.CliRun;
import org.safecommunity.cli.TextFile;

/** Samples for the tests of survey commands, and their runs. */
final class SurveyFiles {
    /** Schools of California with the options of their design. */
    static final String[] SCHOOLS = {
        "../examples/california-schools/sample.csv", "--weight", "pw", "--strata", "stype", "--fpc", "fpc"
    };

    /** Occupants in crashes with the options of their design. */
    static final String[] CRASHES = {
        "../examples/us-crash-occupants/occupants.csv.gz", "--weight", "weight", "--cluster", "psu"
    };

    /** Invented: two strata of two primary units. */
    static final String SMALL = """
            w,h,psu,y,x,answer,sex
            10,1,11,62,3,yes,f
            12,1,11,70,5,no,m
            8,1,12,48,1,no,f
            9,1,12,59,2,yes,m
            20,2,21,41,1,no,f
            18,2,21,57,3,yes,m
            25,2,22,69,4,yes,f
            22,2,22,50,2,no,m""";

    private SurveyFiles() {}

    /** The small sample with further rows, as a file. */
    static String small(Path folder, String... more) {
        List<String> lines = new ArrayList<>(List.of(SMALL));
        lines.addAll(List.of(more));
        return file(folder, "sample.csv", lines.toArray(String[]::new));
    }

    /** Runs {@code survey VERB} with the options of a design and further ones, as JSON. */
    static CliRun json(String verb, String[] design, String... options) {
        List<String> all = new ArrayList<>(List.of("survey", verb));
        all.addAll(List.of(design));
        all.addAll(List.of(options));
        all.addAll(List.of("--format", "json"));
        return CliRun.of(all.toArray());
    }

    /** Writes lines to a file of a folder and gives its path. */
    static String file(Path folder, String name, String... lines) {
        return TextFile.of(folder, name, lines).toString();
    }

    /** Design of the small sample. */
    static String[] design(String file) {
        return new String[] {file, "--weight", "w", "--strata", "h", "--cluster", "psu"};
    }

    static void assertNumber(JsonNode number, double expected) {
        assertThat(number.isNumber()).as(String.valueOf(number)).isTrue();
        assertThat(number.asDouble()).isCloseTo(expected, within(Math.abs(expected) * 1e-9));
    }

    /** Codes of the warnings of a run. */
    static List<String> warnings(CliRun run) {
        List<String> codes = new ArrayList<>();
        run.json()
                .get("warnings")
                .forEach(warning -> codes.add(warning.get("code").asText()));
        return codes;
    }
}
