package org.safecommunity.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safecommunity.risk.matrix.MatrixQuality;
import org.safecommunity.risk.matrix.MatrixRule;
import org.safecommunity.risk.matrix.RiskMatrix;
import org.safecommunity.risk.score.BoundaryPolicy;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

/** Runs the sample of README.md, and checks that the two are the same text. */
class ReadmeTest {
    @Test
    void the_sample_does_what_the_readme_says() {
        // tag::sample[]
        Scheme lec = Scheme.find("LEC").orElseThrow();
        Map<String, BigDecimal> ratings = Map.of("l", BigDecimal.TEN, "e", BigDecimal.ONE, "c", new BigDecimal("7"));

        RiskScore score = lec.score(ratings); // exactly 70: significantly dangerous, yellow
        String policy = score.scheme().policy().label(); // lower-inclusive: 70 belongs to "70 to 160"
        List<RiskScore.Step> working = score.explain(); // factors, product, band, scheme, sources, note

        RiskScore other = lec.with(BoundaryPolicy.UPPER_INCLUSIVE).score(ratings); // possibly dangerous, blue

        MatrixQuality quality = MatrixQuality.of(RiskMatrix.find("FAA-8040.4B").orElseThrow());
        boolean sound = quality.isSound(); // false: a red cell in the row that starts at 0; weak consistency fails
        double ties = quality.order().tie(); // 0.341 of all pairs of risks share a level
        // end::sample[]

        assertThat(score.score()).isEqualTo(new BigDecimal("70"));
        assertThat(score.band().title().en() + ", " + score.band().colour().label())
                .isEqualTo("significantly dangerous, yellow");
        assertThat(working).hasSize(9);
        assertThat(policy).isEqualTo("lower-inclusive");
        assertThat(other.band().title().en() + ", " + other.band().colour().label())
                .isEqualTo("possibly dangerous, blue");
        assertThat(sound).isFalse();
        assertThat(quality.result(MatrixRule.NO_RED_AT_ZERO).holds()).isFalse();
        assertThat(quality.result(MatrixRule.WEAK_CONSISTENCY).holds()).isFalse();
        assertThat(ties).isCloseTo(0.341, within(0.0005));
    }

    @Test
    void the_readme_shows_the_sample() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/safecommunity/risk/ReadmeTest.java"));
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
