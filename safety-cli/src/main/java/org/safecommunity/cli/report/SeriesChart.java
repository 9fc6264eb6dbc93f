package org.safecommunity.cli.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.cli.shell.AtomicFile;

/** A series over time as an SVG file of its own: points, lines, points set apart and a vertical line. */
public final class SeriesChart {
    private static final String GREY = "#767676";
    private static final int MOST_TICKS = 9;
    private static final double HEIGHT = 380;
    private static final String OWN_STYLE =
            "<style>text{font-family:\"Noto Sans CJK SC\",\"Microsoft YaHei\",\"PingFang SC\",Helvetica,Arial,sans-serif;font-size:13px;fill:#333}</style>"
                    + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>";

    private final List<String> times;
    private final String axis;
    private final List<Layer> layers = new ArrayList<>();
    private OptionalDouble start = OptionalDouble.empty();

    /** How a layer looks. */
    private enum Look {
        /** Dots. */
        POINTS,
        /** Large dots. */
        SIGNALS,
        /** A full line. */
        LINE,
        /** A dashed line. */
        DASHES
    }

    private record Layer(String name, Look look, String colour, List<OptionalDouble> values) {}

    /**
     * Starts a chart.
     *
     * @param times labels of the points in order
     * @param axis  what the height means
     */
    public SeriesChart(List<String> times, String axis) {
        this.times = List.copyOf(times);
        this.axis = axis;
    }

    /** Adds the points of the series; an absent value leaves a gap. */
    public SeriesChart points(String name, List<OptionalDouble> values) {
        return add(name, Look.POINTS, GREY, values);
    }

    /** Adds points that are set apart; absent where a point is not. */
    public SeriesChart signals(String name, List<OptionalDouble> values) {
        return add(name, Look.SIGNALS, Charts.ORANGE, values);
    }

    /** Adds a line. */
    public SeriesChart line(String name, List<OptionalDouble> values) {
        return add(name, Look.LINE, Charts.BLUE, values);
    }

    /** Adds a dashed line, e.g. of a limit. */
    public SeriesChart dashes(String name, List<OptionalDouble> values) {
        return add(name, Look.DASHES, Charts.INK, values);
    }

    /** Adds a dashed line in the colour that sets apart, e.g. of what was expected. */
    public SeriesChart expected(String name, List<OptionalDouble> values) {
        return add(name, Look.DASHES, Charts.ORANGE, values);
    }

    /** Adds a vertical line before a point, from 0. */
    public SeriesChart start(int index) {
        start = OptionalDouble.of(index - 0.5);
        return this;
    }

    private SeriesChart add(String name, Look look, String colour, List<OptionalDouble> values) {
        if (values.stream().anyMatch(OptionalDouble::isPresent)) {
            layers.add(new Layer(name, look, colour, List.copyOf(values)));
        }
        return this;
    }

    /** Writes the chart. */
    public void write(Path file) {
        AtomicFile.write(file, svg());
    }

    /** The chart as SVG text. */
    public String svg() {
        Labels labels = new Labels();
        List<Map<String, Object>> drawn = new ArrayList<>();
        start.ifPresent(place -> drawn.add(Charts.map(
                "geom", "vline", "xintercept", place, "color", Charts.INK, "size", 0.7, "tooltips", "none")));
        Map<String, String> colours = new LinkedHashMap<>();
        for (Layer layer : layers) {
            String name = labels.ordered(layer.name());
            colours.putIfAbsent(name, layer.colour());
            drawn.add(layer(layer, name));
        }
        String svg = new Charts()
                .draw(
                        labels,
                        Charts.map("x", Charts.list(0.0), "y", Charts.list(0.0)),
                        Charts.map(),
                        drawn,
                        List.of(
                                timeScale(),
                                Charts.map("aesthetic", "y", "name", labels.standIn(axis)),
                                Charts.manual(
                                        "color", new ArrayList<>(colours.keySet()), new ArrayList<>(colours.values()))),
                        Charts.map("theme", Charts.theme("top", "panel_grid_major_x", times.size())),
                        HEIGHT);
        int end = svg.indexOf('>') + 1;
        return svg.substring(0, end) + OWN_STYLE + svg.substring(end) + "\n";
    }

    private static Map<String, Object> layer(Layer layer, String name) {
        List<Object> x = new ArrayList<>();
        List<Object> y = new ArrayList<>();
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < layer.values().size(); i++) {
            OptionalDouble value = layer.values().get(i);
            if (value.isPresent()) {
                x.add((double) i);
                y.add(value.getAsDouble());
                names.add(name);
            }
        }
        boolean dots = layer.look() == Look.POINTS || layer.look() == Look.SIGNALS;
        double size = layer.look() == Look.SIGNALS ? 4 : layer.look() == Look.POINTS ? 2 : 1;
        return Charts.map(
                "geom",
                dots ? "point" : "line",
                "data",
                Charts.map("x", x, "y", y, "name", names),
                "mapping",
                Charts.map("x", "x", "y", "y", "color", "name"),
                "linetype",
                layer.look() == Look.DASHES ? "dashed" : null,
                "size",
                size,
                "tooltips",
                "none");
    }

    /** A few times as ticks, evenly spread; of months the first of a year where possible. */
    private Map<String, Object> timeScale() {
        int every = Math.max(1, (times.size() + MOST_TICKS - 1) / MOST_TICKS);
        if (times.size() > 2 * 12 && times.stream().allMatch(time -> time.matches("\\d{4}-\\d{2}"))) {
            every = (every + 11) / 12 * 12;
        }
        List<Object> breaks = new ArrayList<>();
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < times.size(); i += every) {
            breaks.add((double) i);
            names.add(times.get(i));
        }
        return Charts.map(
                "aesthetic", "x", "name", "", "breaks", breaks, "labels", names, "limits", Charts.list(-1.0, (double)
                        times.size()));
    }
}
