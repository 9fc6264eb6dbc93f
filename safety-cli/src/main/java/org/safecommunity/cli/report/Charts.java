package org.safecommunity.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/** Charts as SVG text, drawn by Lets-Plot: no scripts, no fonts to load, the same text for the same data. */
final class Charts {
    private static final String BLUE = "#0072B2";
    private static final String ORANGE = "#D55E00";
    private static final Pattern RANDOM_ID = Pattern.compile("id=\"([A-Za-z][A-Za-z0-9_-]*)\"");
    private static final double WIDTH = 720;

    private int drawn;

    /** Horizontal bars, the first label on top. */
    String bars(List<String> labels, List<Double> values, String axis) {
        Map<String, Object> data = map("label", copy(reversed(labels)), "value", copy(reversed(values)));
        return draw(
                data,
                map("x", "label", "y", "value"),
                List.of(map("geom", "bar", "stat", "identity", "fill", BLUE, "width", 0.7, "tooltips", "none")),
                List.of(
                        map("aesthetic", "x", "discrete", true, "name", "", "limits", copy(reversed(labels))),
                        map("aesthetic", "y", "name", axis, "expand", copy(List.of(0.02, 0.0)))),
                true,
                60 + 24 * labels.size());
    }

    /** Stacked horizontal bars in given colours; one bar a label, the first on top. */
    String stacked(
            List<String> labels, List<String> parts, List<String> colours, List<List<Double>> values, String axis) {
        List<Object> x = new ArrayList<>();
        List<Object> part = new ArrayList<>();
        List<Object> value = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int p = 0; p < parts.size(); p++) {
                x.add(labels.get(i));
                part.add(parts.get(p));
                value.add(values.get(i).get(p));
            }
        }
        return draw(
                map("label", x, "part", part, "value", value),
                map("x", "label", "y", "value", "fill", "part"),
                List.of(map(
                        "geom",
                        "bar",
                        "stat",
                        "identity",
                        "width",
                        0.7,
                        "tooltips",
                        "none",
                        "color",
                        "white",
                        "size",
                        0.3)),
                List.of(
                        map("aesthetic", "x", "discrete", true, "name", "", "limits", copy(reversed(labels))),
                        map("aesthetic", "y", "name", axis, "expand", copy(List.of(0.02, 0.0))),
                        map(
                                "aesthetic",
                                "fill",
                                "discrete",
                                true,
                                "name",
                                "",
                                "values",
                                copy(colours),
                                "limits",
                                copy(parts))),
                true,
                80 + 30 * labels.size());
    }

    /** Population pyramid: the first sex to the left, the second to the right, youngest at the bottom. */
    String pyramid(List<String> ages, List<Double> left, List<Double> right, String leftName, String rightName) {
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        List<Object> sex = new ArrayList<>();
        double largest = 1;
        for (int i = 0; i < ages.size(); i++) {
            x.addAll(List.of(ages.get(i), ages.get(i)));
            y.addAll(List.of(-left.get(i), right.get(i)));
            sex.addAll(List.of(leftName, rightName));
            largest = Math.max(largest, Math.max(left.get(i), right.get(i)));
        }
        double step = niceStep(largest / 2);
        List<Object> breaks = new ArrayList<>();
        List<Object> labels = new ArrayList<>();
        int most = (int) Math.ceil(largest / step);
        for (int i = -most; i <= most; i++) {
            breaks.add(i * step);
            labels.add(Long.toString(Math.abs(Math.round(i * step))));
        }
        return draw(
                map("age", x, "n", y, "sex", sex),
                map("x", "age", "y", "n", "fill", "sex"),
                List.of(map("geom", "bar", "stat", "identity", "width", 0.85, "tooltips", "none")),
                List.of(
                        map("aesthetic", "x", "discrete", true, "name", "", "limits", copy(ages)),
                        map("aesthetic", "y", "name", "", "breaks", breaks, "labels", labels),
                        map(
                                "aesthetic",
                                "fill",
                                "discrete",
                                true,
                                "name",
                                "",
                                "values",
                                copy(List.of(BLUE, ORANGE)),
                                "limits",
                                copy(List.of(leftName, rightName)))),
                true,
                420);
    }

    /** Points with intervals by year, one colour a series. */
    String points(
            List<String> series,
            List<Double> years,
            List<Double> values,
            List<Double> lower,
            List<Double> upper,
            String axis) {
        List<String> names = series.stream().distinct().toList();
        List<Object> shifted = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            double shift = (names.indexOf(series.get(i)) - (names.size() - 1) / 2.0) * 0.12;
            shifted.add(years.get(i) + shift);
        }
        List<Object> breaks = new ArrayList<>(years.stream().distinct().toList());
        List<Object> labels = new ArrayList<>(
                years.stream().distinct().map(y -> Long.toString(Math.round(y))).toList());
        return draw(
                map(
                        "year",
                        shifted,
                        "rate",
                        copy(values),
                        "lower",
                        copy(lower),
                        "upper",
                        copy(upper),
                        "series",
                        copy(series)),
                map("x", "year", "y", "rate", "ymin", "lower", "ymax", "upper", "color", "series", "shape", "series"),
                List.of(
                        map("geom", "errorbar", "width", 0.06, "size", 0.8, "tooltips", "none"),
                        map("geom", "point", "size", 3.5, "tooltips", "none")),
                List.of(
                        map("aesthetic", "x", "name", "", "breaks", breaks, "labels", labels),
                        map("aesthetic", "y", "name", axis),
                        map(
                                "aesthetic",
                                "color",
                                "discrete",
                                true,
                                "name",
                                "",
                                "values",
                                copy(List.of("#333333", BLUE, ORANGE)),
                                "limits",
                                copy(names)),
                        map("aesthetic", "shape", "discrete", true, "name", "", "limits", copy(names))),
                false,
                320);
    }

    /** Vertical bars in order, e.g. by month. */
    String columns(List<String> labels, List<Double> values, String axis) {
        return draw(
                map("label", copy(labels), "value", copy(values)),
                map("x", "label", "y", "value"),
                List.of(map("geom", "bar", "stat", "identity", "fill", BLUE, "width", 0.75, "tooltips", "none")),
                List.of(
                        map("aesthetic", "x", "discrete", true, "name", "", "limits", copy(labels)),
                        map("aesthetic", "y", "name", axis, "expand", copy(List.of(0.02, 0.0)))),
                false,
                280);
    }

    private String draw(
            Map<String, Object> data,
            Map<String, Object> mapping,
            List<Map<String, Object>> layers,
            List<Map<String, Object>> scales,
            boolean flipped,
            double height) {
        Map<String, Object> plot = map(
                "kind",
                "plot",
                "data",
                data,
                "mapping",
                mapping,
                "layers",
                copy(layers),
                "scales",
                copy(scales),
                "theme",
                map("name", "minimal", "legend_position", "top", "axis_title_y", map("blank", false)));
        if (flipped) {
            plot.put("coord", map("name", "flip", "flip", true));
        }
        String svg = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                plot, new DoubleVector(WIDTH, height), new UnsupportedRGBEncoder(), true);
        drawn++;
        return stable(svg);
    }

    /** Replaces the library's random ids, so that the same data give the same text and charts do not clash. */
    private String stable(String svg) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher matcher = RANDOM_ID.matcher(svg);
        while (matcher.find()) {
            names.computeIfAbsent(matcher.group(1), id -> "c" + drawn + "-" + names.size());
        }
        String text = svg;
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("id=\"" + name.getKey() + "\"", "id=\"" + name.getValue() + "\"")
                    .replace("#" + name.getKey(), "#" + name.getValue());
        }
        return text.replaceFirst("width=\"([0-9.]+)\" height=\"([0-9.]+)\"", "viewBox=\"0 0 $1 $2\" role=\"img\"")
                .replace("Lucida Grande, sans-serif", "inherit")
                .replaceAll("\\s*(-webkit-|-moz-|-ms-)?user-select: none;", "");
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double unit = rough / power;
        return (unit < 2 ? 1 : unit < 5 ? 2 : 5) * power;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        java.util.Collections.reverse(copy);
        return copy;
    }

    /** Lets-Plot wants lists and maps that can be changed. */
    private static List<Object> copy(List<?> list) {
        return new ArrayList<>(list);
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static List<String> colours(String... colours) {
        return Arrays.asList(colours);
    }
}
