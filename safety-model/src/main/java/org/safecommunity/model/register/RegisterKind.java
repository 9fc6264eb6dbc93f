package org.safecommunity.model.register;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.internal.Checks;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/**
 * A kind of register: its file, its columns and what it answers. Immutable.
 *
 * @param id            name, e.g. {@code goals}, not blank
 * @param file          file name in a workspace, not blank
 * @param title         name for a reader, not null
 * @param purpose       one sentence on what it is for, not null
 * @param articles      articles of the guidance it answers, 1 to 25, at least one
 * @param requirements  ids of requirements of the standard it answers
 * @param required      whether a community that works by the guidance needs it
 * @param columns       columns in order, the first of type {@link ColumnType#ID}
 * @param examples      example entries by column, at least one; a column left out is empty
 * @param currentMonths months after which a register without a newer entry is out of date, or null
 */
public record RegisterKind(
        String id,
        String file,
        LocalText title,
        LocalText purpose,
        List<Integer> articles,
        List<String> requirements,
        boolean required,
        List<RegisterColumn> columns,
        List<Map<String, LocalText>> examples,
        @Nullable Integer currentMonths) {
    private static final int ARTICLES = 25;

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if id, file, title or purpose is null
     * @throws IllegalArgumentException if a text is blank, a list that must not be empty is, or the first column is no id
     * @throws InvalidDataException     with every fault, if a column name is used twice, an article is none of the 25, or
     *                                  an example names a column that is not there or lacks one that is required
     */
    public RegisterKind {
        Checks.text(id, "id");
        Checks.text(file, "file");
        requireNonNull(title, "title");
        requireNonNull(purpose, "purpose");
        articles = Checks.filled(articles, "articles");
        requirements = Checks.list(requirements);
        columns = Checks.filled(columns, "columns");
        examples = Checks.filled(examples, "examples").stream().map(Checks::map).toList();
        if (columns.get(0).type() != ColumnType.ID) {
            throw new IllegalArgumentException("columns must begin with the id of the entry");
        }
        if (currentMonths != null) {
            Checks.between(currentMonths, 1, 1200, "currentMonths");
        }
        InvalidDataException.throwIfAny(faults(articles, columns, examples));
    }

    /** The column of a name; empty when there is none. */
    public Optional<RegisterColumn> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Name of the column with the id of the entry. */
    public String idColumn() {
        return columns.get(0).name();
    }

    private static List<Finding> faults(
            List<Integer> articles, List<RegisterColumn> columns, List<Map<String, LocalText>> examples) {
        List<Finding> faults = new ArrayList<>(Duplicates.in(columns, "columns", "name", RegisterColumn::name));
        for (int i = 0; i < articles.size(); i++) {
            if (articles.get(i) < 1 || articles.get(i) > ARTICLES) {
                faults.add(fault(
                        "articles[" + i + "]",
                        "must be an article from 1 to 25, was " + articles.get(i),
                        "须为第 1 至 25 条，现为 " + articles.get(i)));
            }
        }
        List<String> names = columns.stream().map(RegisterColumn::name).toList();
        for (int i = 0; i < examples.size(); i++) {
            String at = "examples[" + i + "]";
            for (String name : examples.get(i).keySet()) {
                if (!names.contains(name)) {
                    faults.add(fault(at, "must name columns of the register, was " + name, "须为本表的栏目，现为 " + name));
                }
            }
            for (RegisterColumn column : columns) {
                if (column.required() && !examples.get(i).containsKey(column.name())) {
                    faults.add(fault(at, "must have the required " + column.name(), "缺少必填栏目 " + column.name()));
                }
            }
        }
        return faults;
    }

    private static Finding fault(String path, String en, String zh) {
        return Finding.error(
                "rule-broken",
                path,
                new LocalText(en, zh),
                new LocalText("correct the description of the register", "请改正台账的描述"));
    }
}
