package org.safecommunity.risk.priority;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.RiskScore.Step;

/**
 * Where data and register tell different things about one area, place or accident type. High in the data means one of
 * the vital few by observed risk index; high in the register means that its highest current rating is red or orange.
 * This rule is the project's. Immutable.
 *
 * @param name   what it is about, not blank
 * @param kind   which way they differ, not null
 * @param colour highest colour in the register, or null when the register has nothing of it
 */
public record Disagreement(String name, Kind kind, @Nullable Colour colour) {
    /** The two ways. */
    public enum Kind {
        /** Many or severe events, and the register rates it yellow or blue, or not at all. */
        HIGH_IN_DATA_LOW_IN_REGISTER,
        /** Red or orange in the register, and few or slight events. */
        LOW_IN_DATA_HIGH_IN_REGISTER;

        /** Kebab-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the kind is null
     * @throws IllegalArgumentException if the name is blank
     */
    public Disagreement {
        Checks.text(name, "name");
        requireNonNull(kind, "kind");
    }

    /**
     * Compares data and register.
     *
     * @param names   what the data are about, in the order of the data
     * @param vital   those of them that are the vital few
     * @param colours highest colour of the register by name; names that only the register has count as low in the data
     */
    public static List<Disagreement> between(List<String> names, Set<String> vital, Map<String, Colour> colours) {
        List<Disagreement> list = new ArrayList<>();
        for (String name : names) {
            Colour colour = colours.get(name);
            boolean high = isHigh(colour);
            if (vital.contains(name) && !high) {
                list.add(new Disagreement(name, Kind.HIGH_IN_DATA_LOW_IN_REGISTER, colour));
            } else if (!vital.contains(name) && high) {
                list.add(new Disagreement(name, Kind.LOW_IN_DATA_HIGH_IN_REGISTER, colour));
            }
        }
        colours.forEach((name, colour) -> {
            if (!names.contains(name) && isHigh(colour)) {
                list.add(new Disagreement(name, Kind.LOW_IN_DATA_HIGH_IN_REGISTER, colour));
            }
        });
        return List.copyOf(list);
    }

    private static boolean isHigh(@Nullable Colour colour) {
        return colour == Colour.RED || colour == Colour.ORANGE;
    }

    /** What it rests on, in words. */
    public List<Step> explain() {
        return List.of(new Step(
                new LocalText("Rule", "判定规则"),
                "",
                "",
                new LocalText(
                        "high in the data: one of the vital few by observed risk index; high in the register: its highest"
                                + " current rating is red or orange (rule derived by this project, unconfirmed)",
                        "数据高：按观察风险指数属关键少数；清单高：现状评价最高为红色或橙色（规则由本项目推导，未经核实）")));
    }
}
