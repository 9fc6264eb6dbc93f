package org.safecommunity.cli.tabulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.metrics.rate.AgeBand;

/**
 * Bands of ages in completed years. {@code 5y} is 0-4 … 80-84, 85+; {@code 10y} is 0-9 … 70-79, 80+; cut points
 * {@code 0/1/5/15/65} are 0, 1-4, 5-14, 15-64, 65+. The last band is always open, and ages below the first cut point are
 * a band too, so that no age is outside.
 */
final class AgePart implements Part {
    private static final int OLDEST = 130;
    private static final int TOP = 85;
    private static final Pattern YEARS = Pattern.compile("([1-9]\\d?)y");
    private static final Pattern CUTS = Pattern.compile("\\d{1,3}(?:[/|]\\d{1,3})+");
    private static final Pattern AGE = Pattern.compile("(\\d{1,5})(?:\\.0+)?\\s*(岁|周岁|月|个月|天|日)?");
    private static final String UNDER_ONE = "不满1岁";

    private final int[] lows;
    private final List<String> labels = new ArrayList<>();

    private AgePart(int[] lows) {
        this.lows = lows;
        for (int i = 0; i < lows.length; i++) {
            OptionalInt high = i + 1 < lows.length ? OptionalInt.of(lows[i + 1] - 1) : OptionalInt.empty();
            labels.add(new AgeBand(lows[i], high).label());
        }
    }

    /** Reads {@code 5y} or cut points; empty for any other text, and for cut points that do not ascend. */
    static Optional<Part> parse(String text) {
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            int width = Integer.parseInt(years.group(1));
            int[] lows = new int[TOP / width + 1];
            for (int i = 0; i < lows.length; i++) {
                lows[i] = i * width;
            }
            return Optional.of(new AgePart(lows));
        }
        return CUTS.matcher(text).matches() ? cuts(text.split("[/|]", -1)) : Optional.empty();
    }

    private static Optional<Part> cuts(String[] texts) {
        List<Integer> lows = new ArrayList<>(List.of(0));
        for (int i = 0; i < texts.length; i++) {
            int low = Integer.parseInt(texts[i]);
            if (low > OLDEST || (i > 0 && low <= lows.get(lows.size() - 1))) {
                return Optional.empty();
            }
            if (low > 0) {
                lows.add(low);
            }
        }
        return Optional.of(new AgePart(lows.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Labels of the bands, youngest first. */
    List<String> labels() {
        return labels;
    }

    @Override
    public Reading read(String cell) {
        OptionalInt age = years(cell);
        return age.isEmpty() ? Reading.refused("not-an-age") : Reading.of(labels.get(band(age.getAsInt())));
    }

    /** A band of a population table may be narrower than the bands asked for, never across their bounds. */
    @Override
    public Reading label(String cell) {
        Optional<AgeBand> band = AgeBand.parse(Cells.fold(cell));
        if (band.isEmpty()) {
            return read(cell);
        }
        int first = band(band.get().low());
        boolean inside =
                band.get().high().isPresent() ? first == band(band.get().high().getAsInt()) : first == lows.length - 1;
        return inside ? Reading.of(labels.get(first)) : Reading.refused("band-across", String.join(", ", labels));
    }

    private int band(int age) {
        int band = lows.length - 1;
        while (lows[band] > age) {
            band--;
        }
        return band;
    }

    /**
     * Age in completed years: {@code 3}, {@code 3岁}, {@code 8月} and {@code 15天} (0 years), {@code 不满1岁}; empty for
     * any other text and beyond 130 years.
     */
    static OptionalInt years(String cell) {
        String text = Cells.fold(cell);
        if (text.equals(UNDER_ONE)) {
            return OptionalInt.of(0);
        }
        Matcher matcher = AGE.matcher(text);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        String unit = matcher.group(2) == null ? "岁" : matcher.group(2);
        int years = unit.endsWith("岁") ? number : unit.endsWith("月") ? number / 12 : number / 365;
        return years <= OLDEST ? OptionalInt.of(years) : OptionalInt.empty();
    }
}
