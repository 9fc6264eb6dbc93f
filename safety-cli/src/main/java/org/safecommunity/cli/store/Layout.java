package org.safecommunity.cli.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.safecommunity.cli.workspace.TableIntake;

/** The columns of a file: the order in which the cells of its records are kept. */
record Layout(List<Column> columns) {
    private static final int TEXTS = 3;
    private static final String PERSONAL = "personal";

    Layout {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param heading  heading in the file
     * @param meaning  name that its kind knows it by, or empty
     * @param personal whether it names a person or leads to one
     */
    record Column(String heading, String meaning, boolean personal) {
        /** What makes columns of two files the same: the meaning, else the heading. */
        String identity() {
            return meaning.isEmpty() ? heading : "=" + meaning;
        }
    }

    /** The layout of a table; further headings may be named as personal. */
    static Layout of(TableIntake.Source source, Set<String> personal) {
        Map<Integer, String> meanings = new LinkedHashMap<>();
        source.columns().forEach((meaning, position) -> meanings.put(position, meaning));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < source.header().size(); i++) {
            String heading = source.header().get(i);
            String meaning = meanings.getOrDefault(i, "");
            boolean hidden = personal.contains(heading) || PersonalHeadings.has(source.kind(), meaning, heading);
            columns.add(new Column(heading, meaning, hidden));
        }
        return new Layout(columns);
    }

    /** The layout as text. */
    String text() {
        List<String> texts = new ArrayList<>();
        columns.forEach(column -> {
            texts.add(column.heading());
            texts.add(column.meaning());
            texts.add(column.personal() ? PERSONAL : "");
        });
        return CellText.of(texts);
    }

    /**
     * The layout of a text.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Layout parse(String text) {
        List<String> texts = CellText.list(text);
        if (texts.isEmpty() || texts.size() % TEXTS != 0) {
            throw new IllegalArgumentException("columns must be three texts each");
        }
        return new Layout(IntStream.range(0, texts.size() / TEXTS)
                .mapToObj(i -> new Column(
                        texts.get(TEXTS * i),
                        texts.get(TEXTS * i + 1),
                        !texts.get(TEXTS * i + 2).isEmpty()))
                .toList());
    }

    /** Positions of the columns that are personal, or of those that are not. */
    List<Integer> positions(boolean personal) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).personal() == personal)
                .boxed()
                .toList();
    }

    /** Positions in the order of the identities, so that files whose columns stand otherwise say the same. */
    List<Integer> byIdentity() {
        return IntStream.range(0, columns.size())
                .boxed()
                .sorted(Comparator.comparing(i -> columns.get(i).identity()))
                .toList();
    }
}
