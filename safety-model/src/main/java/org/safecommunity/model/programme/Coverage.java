package org.safecommunity.model.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** Which part of the injuries of a population a register holds. Only full coverage carries rates. */
public enum Coverage {
    /** Every treated or fatal injury of the population. */
    ALL_RESIDENTS("all residents", "全体居民", true),
    /** First visits at sentinel hospitals (哨点医院): no population denominator. */
    SENTINEL_HOSPITALS("sentinel hospitals", "哨点医院", false),
    /** Injuries reported in a household survey. */
    HOUSEHOLD_SURVEY("household survey", "入户调查", false),
    /** A part of the population, of unknown share. */
    PARTIAL("part of the residents", "部分居民", false),
    /** Not known. */
    UNKNOWN("not known", "不清楚", false);

    private final LocalText title;
    private final boolean carriesRates;

    Coverage(String en, String zh, boolean carriesRates) {
        this.title = new LocalText(en, zh);
        this.carriesRates = carriesRates;
    }

    /** Name for a reader. */
    public LocalText title() {
        return title;
    }

    /** Whether events divided by the population give a rate. */
    public boolean carriesRates() {
        return carriesRates;
    }

    /** Kebab-case name as in the files. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
