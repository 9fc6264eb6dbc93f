package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.RowFilter;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Texts;

/** One pass over people each of whom answered several questions; who did not answer all of them is left out and counted. */
final class PeopleScan implements SurveyOutput.Reading {
    private final PeopleOptions options;
    private final Map<List<String>, Integer> groups = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Remark> design = new ArrayList<>();
    private long incomplete;
    private final InputProvenance provenance;

    /** What is done with a person; refuses the row where an answer cannot be used. */
    interface Person {
        /**
         * Takes a person.
         *
         * @param group  number of the group
         * @param row    the row
         * @param places positions of the columns of the questions
         * @param table  the table
         */
        void accept(int group, TableReader.Row row, List<Integer> places, TableReader table);
    }

    /** Whether a cell that is not empty is no answer. */
    interface Missing {
        boolean test(int question, String cell);
    }

    private final Missing none;

    private PeopleScan(
            String file,
            List<String> columns,
            PeopleOptions options,
            CommonOptions common,
            Missing none,
            Person person) {
        this.options = options;
        this.none = none;
        RowPass pass = RowPass.over(
                file,
                common,
                table -> RowFilter.of(options.where, table),
                table -> start(table, columns, common, person));
        pass.requireRows();
        remarks.addAll(pass.remarks());
        if (incomplete > 0) {
            remarks.add(new Remark("missing-values", Texts.get(common.locale(), "remark.incomplete", incomplete)));
        }
        remarks.addAll(design);
        provenance = pass.provenance();
    }

    /** Reads a file. */
    static PeopleScan read(
            String file, List<String> columns, PeopleOptions options, CommonOptions common, Person person) {
        return read(file, columns, options, common, (question, cell) -> false, person);
    }

    /** Reads a file some cells of which are no answers. */
    static PeopleScan read(
            String file,
            List<String> columns,
            PeopleOptions options,
            CommonOptions common,
            Missing none,
            Person person) {
        return new PeopleScan(file, columns, options, common, none, person);
    }

    private RowPass.Sink start(TableReader table, List<String> columns, CommonOptions common, Person person) {
        List<Integer> places = columns.stream().map(table::column).toList();
        List<Integer> by = options.by.stream().map(table::column).toList();
        List<String> used = new ArrayList<>(columns);
        used.addAll(options.by);
        design.addAll(DesignOptions.unused(table.header(), used, common.locale()));
        return row -> {
            if (incomplete(row, places)) {
                incomplete++;
                table.findings().leaveOut();
                return;
            }
            int group = groups.computeIfAbsent(RowPass.cells(row, by), key -> groups.size());
            person.accept(group, row, places, table);
        };
    }

    private boolean incomplete(TableReader.Row row, List<Integer> places) {
        for (int i = 0; i < places.size(); i++) {
            String cell = row.cell(places.get(i));
            if (AnswerCells.missing(cell) || none.test(i, cell)) {
                return true;
            }
        }
        return false;
    }

    /** Values of the {@code --by} columns of each group, in order of first appearance. */
    List<Map<String, String>> groups() {
        return groups.keySet().stream()
                .map(values -> RowPass.group(options.by, values))
                .toList();
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    @Override
    public InputProvenance provenance() {
        return provenance;
    }
}
