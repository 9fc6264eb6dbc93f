package org.safecommunity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.AccidentGrade;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.accident.GradeScheme;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.injury.InjuryCheck;
import org.safecommunity.model.injury.InjuryField;
import org.safecommunity.model.injury.InjuryRecord;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.Finding;

/** Runs the sample of README.md, and checks that the two are the same text. */
class ReadmeTest {
    @Test
    void the_sample_does_what_the_readme_says() {
        // tag::sample[]
        Standard standard = Standard.aqt9001();
        boolean sure = standard.element("4.9").orElseThrow().provenance().isConfirmed(); // false: recalled

        EventDate day = EventDate.parse("2024-06-30");
        AccidentRecord fire = new AccidentRecord("F-1", AccidentDomain.FIRE, day, 3, 9, 0, new BigDecimal("999"));
        GradeScheme scheme = GradeScheme.bundled().of(fire.domain()).orElseThrow();
        AccidentGrade grade = scheme.grade(fire).orElseThrow(); // 较大火灾, relatively serious: 3 deaths are enough

        InjuryRecord fall = new InjuryRecord("17", "NISS-B", Sex.MALE, 4, day, 8, Map.of(InjuryField.CAUSE, "31"));
        InjuryCheck check = InjuryCheck.of(CodeSet.find("NISS-B").orElseThrow());
        List<Finding> findings = check.findings(fall, "injuries.csv", 18); // unknown-code at injuries.csv:18:cause
        // end::sample[]

        assertThat(sure).isFalse();
        assertThat(grade.title()).isEqualTo(new LocalText("Relatively serious", "较大火灾"));
        assertThat(findings)
                .extracting(f -> f.code() + " at " + f.location())
                .containsExactly("unknown-code at injuries.csv:18:cause");
    }

    @Test
    void the_readme_shows_the_sample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/safecommunity/model/ReadmeTest.java"));
        String sample = between(source, "// tag::sample[]\n", "\n        // end::sample[]")
                .stripIndent();
        assertThat(between(Files.readString(Path.of("README.md")), "```java\n", "\n```"))
                .isEqualTo(sample);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
