package org.safecommunity.model.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** Which people a population figure counts. Rates mean little without it. */
public enum PopulationKind {
    /** People whose household registration is here (户籍人口), wherever they live. */
    REGISTERED("registered population", "户籍人口"),
    /** People who live here (常住人口). */
    RESIDENT("resident population", "常住人口"),
    /** Residents and short-stay migrants (含流动人口). */
    WITH_MIGRANTS("population with migrants", "含流动人口");

    private final LocalText title;

    PopulationKind(String en, String zh) {
        this.title = new LocalText(en, zh);
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Kebab-case name as in the files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
