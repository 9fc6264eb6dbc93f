package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;
import org.jspecify.annotations.Nullable;

/** Charts as SVG text, drawn by Lets-Plot: no scripts, no fonts to load, the same text for the same data. */
final class Charts {
    static final String BLUE = "#0072B2";
    static final String ORANGE = "#D55E00";
    static final String INK = "#333333";
    private static final double WIDTH = 720;
    private static final double ROOM_FOR_VALUE = 1.16;
    private static final double HALF = 2;
    /** More columns than this get smaller labels. */
    private static final int MANY = 14;
    /** Up to this largest whole value the axis is marked at each whole number. */
    private static final int FEW = 4;

    private int drawn;

    /**
     * A bar and the text beside it.
     *
     * @param label category
     * @param value length; null when it is suppressed, then there is no bar
     * @param text  value as a reader sees it
     */
    record Bar(String label, @Nullable Double value, String text) {}

    /** A point with its interval, of one series. */
    record Point(String series, int year, double value, double lower, double upper) {}

    /** Horizontal bars with their values, the first on top. */
    String bars(List<Bar> bars, String axis) {
        return bars(bars, axis, Collections.nCopies(bars.size(), BLUE));
    }

    /** Horizontal bars with their values, each in a colour of its own. */
    String bars(List<Bar> bars, String axis, List<String> colours) {
        Labels labels = new Labels();
        List<Object> names = labels.standIns(bars.stream().map(Bar::label).toList());
        List<Object> limits = new ArrayList<>(names);
        Collections.reverse(limits);
        return draw(
                labels,
                barData(names, bars),
                map("x", "label", "y", "value", "fill", "label"),
                List.of(bar(null, 0.72), text(0.0, largest(bars))),
                List.of(
                        map("aesthetic", "x", "discrete", true, "name", "", "limits", limits),
                        valueScale(axis, largest(bars)),
                        fill(names, colours)),
                map("coord", map("name", "flip", "flip", true), "theme", theme("none", "panel_grid_major_y", 0)),
                58
                        + 26 * Math.max(2, bars.size())
                        + 10
                                * bars.stream()
                                        .mapToInt(b -> Labels.lines(b.label()).size() - 1)
                                        .sum());
    }

    /** Vertical bars in order with their values, e.g. by month. */
    String columns(List<Bar> bars, String axis) {
        Labels labels = new Labels();
        List<Object> names = labels.standIns(bars.stream().map(Bar::label).toList());
        return draw(
                labels,
                barData(names, bars),
                map("x", "label", "y", "value"),
                List.of(bar(BLUE, 0.75), text(0.5, largest(bars))),
                List.of(
                        map("aesthetic", "x", "discrete", true, "name", "", "limits", new ArrayList<>(names)),
                        valueScale(axis, largest(bars))),
                map("theme", theme("none", "panel_grid_major_x", bars.size())),
                270);
    }

    /** A panel of vertical bars for each part, side by side on one scale. */
    String panels(List<String> parts, List<List<Bar>> bars, String axis) {
        Labels labels = new Labels();
        List<Object> part = new ArrayList<>();
        List<Bar> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            part.addAll(Collections.nCopies(bars.get(i).size(), labels.ordered(parts.get(i))));
            all.addAll(bars.get(i));
        }
        Map<String, Object> data =
                barData(labels.standIns(all.stream().map(Bar::label).toList()), all);
        data.put("part", part);
        return draw(
                labels,
                data,
                map("x", "label", "y", "value"),
                List.of(bar(BLUE, 0.7), text(0.5, largest(all))),
                List.of(map("aesthetic", "x", "discrete", true, "name", ""), valueScale(axis, largest(all))),
                map(
                        "facet",
                        map("name", "wrap", "facets", list("part"), "ncol", parts.size(), "order", list(1)),
                        "theme",
                        theme("none", "panel_grid_major_x", 0)),
                250);
    }

    /** Population pyramid: the first sex to the left, the second to the right, youngest at the bottom. */
    String pyramid(List<String> ages, List<Long> left, List<Long> right, String leftName, String rightName) {
        Labels labels = new Labels();
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        List<Object> sex = new ArrayList<>();
        double largest = 1;
        List<Object> sexes = labels.standIns(List.of(leftName, rightName));
        for (int i = 0; i < ages.size(); i++) {
            x.addAll(List.of(ages.get(i), ages.get(i)));
            y.addAll(List.of(-(double) left.get(i), (double) right.get(i)));
            sex.addAll(sexes);
            largest = Math.max(largest, Math.max(left.get(i), right.get(i)));
        }
        double step = niceStep(largest / HALF);
        int most = (int) Math.floor(largest / step);
        List<Object> breaks = new ArrayList<>();
        List<Object> marks = new ArrayList<>();
        for (int i = -most; i <= most; i++) {
            breaks.add(i * step);
            marks.add(ReportNumbers.count(Math.abs(Math.round(i * step))));
        }
        return draw(
                labels,
                map("age", x, "n", y, "sex", sex),
                map("x", "age", "y", "n", "fill", "sex"),
                List.of(bar(null, 0.85)),
                List.of(
                        map("aesthetic", "x", "discrete", true, "name", "", "limits", new ArrayList<>(ages)),
                        map("aesthetic", "y", "name", "", "breaks", breaks, "labels", marks),
                        fill(sexes, List.of(BLUE, ORANGE))),
                map("coord", map("name", "flip", "flip", true), "theme", theme("top", "panel_grid_major_y", 0)),
                70 + 20 * ages.size());
    }

    /** Points with intervals by year, one colour and one shape a series. */
    String points(List<Point> points, String axis) {
        Labels labels = new Labels();
        List<String> series = points.stream().map(Point::series).distinct().toList();
        List<Integer> years =
                points.stream().map(Point::year).distinct().sorted().toList();
        List<Object> x = new ArrayList<>();
        for (Point point : points) {
            x.add(point.year() + (series.indexOf(point.series()) - (series.size() - 1) / HALF) * 0.14);
        }
        List<Object> names = labels.standIns(series);
        Map<String, Object> data = map(
                "year", x,
                "rate", new ArrayList<>(points.stream().map(Point::value).toList()),
                "lower", new ArrayList<>(points.stream().map(Point::lower).toList()),
                "upper", new ArrayList<>(points.stream().map(Point::upper).toList()),
                "series", labels.standIns(points.stream().map(Point::series).toList()));
        return draw(
                labels,
                data,
                map("x", "year", "y", "rate", "ymin", "lower", "ymax", "upper", "color", "series", "shape", "series"),
                List.of(
                        map("geom", "errorbar", "width", 0.06, "size", 0.9, "tooltips", "none"),
                        map("geom", "point", "size", 4, "tooltips", "none")),
                List.of(
                        map(
                                "aesthetic",
                                "x",
                                "name",
                                "",
                                "breaks",
                                new ArrayList<>(
                                        years.stream().map(Integer::doubleValue).toList()),
                                "labels",
                                new ArrayList<>(
                                        years.stream().map(String::valueOf).toList()),
                                "limits",
                                list(years.get(0) - 0.5, years.get(years.size() - 1) + 0.5)),
                        map("aesthetic", "y", "name", axis),
                        manual("color", names, List.of(INK, BLUE, ORANGE)),
                        map("aesthetic", "shape", "discrete", true, "name", "", "limits", new ArrayList<>(names))),
                map("theme", theme("top", "panel_grid_major_x", 0)),
                330);
    }

    String draw(
            Labels labels,
            Map<String, Object> data,
            Map<String, Object> mapping,
            List<Map<String, Object>> layers,
            List<Map<String, Object>> scales,
            Map<String, Object> more,
            double height) {
        Map<String, Object> plot = map(
                "kind",
                "plot",
                "data",
                data,
                "mapping",
                mapping,
                "layers",
                new ArrayList<>(layers),
                "scales",
                new ArrayList<>(scales));
        plot.putAll(more);
        String svg = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                plot, new DoubleVector(WIDTH, height), new UnsupportedRGBEncoder(), true);
        drawn++;
        return labels.restore(SvgText.tidy(svg, "c" + drawn));
    }

    private static Map<String, Object> barData(List<Object> names, List<Bar> bars) {
        List<Object> values = new ArrayList<>();
        List<Object> texts = new ArrayList<>();
        for (Bar bar : bars) {
            values.add(bar.value() == null ? 0.0 : bar.value());
            texts.add(bar.text());
        }
        return map("label", new ArrayList<>(names), "value", values, "text", texts);
    }

    private static Map<String, Object> bar(@Nullable String fill, double width) {
        return map("geom", "bar", "stat", "identity", "fill", fill, "width", width, "tooltips", "none");
    }

    /** The value beside the end of a bar: {@code hjust} 0 puts it to the right of it, 0.5 above it. */
    private static Map<String, Object> text(double hjust, double largest) {
        return map(
                "geom",
                "text",
                "mapping",
                map("label", "text"),
                "hjust",
                hjust,
                "vjust",
                hjust == 0 ? 0.5 : 0.0,
                "nudge_y",
                largest * (hjust == 0 ? 0.008 : 0.02),
                "size",
                6,
                "tooltips",
                "none");
    }

    private static Map<String, Object> valueScale(String axis, double largest) {
        List<Object> breaks = new ArrayList<>();
        for (int i = 0; largest == Math.rint(largest) && largest <= FEW && i <= largest; i++) {
            breaks.add((double) i);
        }
        return map(
                "aesthetic",
                "y",
                "name",
                axis,
                "breaks",
                breaks.isEmpty() ? null : breaks,
                "limits",
                list(0.0, largest * ROOM_FOR_VALUE),
                "expand",
                list(0.0, 0.0));
    }

    private static Map<String, Object> fill(List<Object> names, List<String> colours) {
        return manual("fill", names, colours);
    }

    static Map<String, Object> manual(String aesthetic, List<Object> names, List<String> colours) {
        return map(
                "aesthetic",
                aesthetic,
                "discrete",
                true,
                "name",
                "",
                "values",
                new ArrayList<>(colours),
                "limits",
                new ArrayList<>(names));
    }

    static Map<String, Object> theme(String legend, String grid, int columns) {
        return map(
                "name",
                "minimal",
                "legend_position",
                legend,
                "panel_grid_minor",
                map("blank", true),
                grid,
                map("blank", true),
                "axis_text_x",
                columns > MANY ? map("size", 11) : null);
    }

    private static double largest(List<Bar> bars) {
        return Math.max(
                1,
                bars.stream()
                        .mapToDouble(b -> b.value() == null ? 0 : b.value())
                        .max()
                        .orElse(1));
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double unit = rough / power;
        return (unit < 2 ? 1 : unit < 5 ? 2 : 5) * power;
    }

    /** Lets-Plot wants lists that can be changed. */
    static List<Object> list(Object... values) {
        return new ArrayList<>(List.of(values));
    }

    /** Lets-Plot wants maps that can be changed; a null value leaves the key out. */
    static Map<String, Object> map(@Nullable Object... keysAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                map.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return map;
    }
}
