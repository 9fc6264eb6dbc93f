package org.safecommunity.metrics.survey;

import java.util.Map;
import java.util.Objects;
import org.safecommunity.metrics.survey.SurveySample.Drawn;

/** The samples of the reference files, drawn as their scripts say. */
final class ReferenceSamples {
    private static final Map<String, Drawn> DRAWN = Map.of(
            "mini", Drawn.of("h", "psu", ""),
            "apiclus1", Drawn.of("", "dnum", "fpc"),
            "apistrat", Drawn.of("stype", "", "fpc"));

    private ReferenceSamples() {}

    static SurveySample of(String name) {
        return new SurveySample(
                SurveySample.read(name + ".csv"),
                name.equals("mini") ? "w" : "pw",
                Objects.requireNonNull(DRAWN.get(name), name));
    }
}
