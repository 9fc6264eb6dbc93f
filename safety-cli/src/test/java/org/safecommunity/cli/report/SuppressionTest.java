package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final int THRESHOLD = 5;

    /** A table whose row and column totals are shown; cells r0c0, r0c1 … */
    private static Set<String> table(int[][] cells, int threshold) {
        Suppression suppression = new Suppression(threshold);
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[r].length; c++) {
                suppression.cell("r" + r + "c" + c, cells[r][c]);
            }
        }
        for (int r = 0; r < cells.length; r++) {
            int row = r;
            List<String> ids = new ArrayList<>();
            for (int c = 0; c < cells[r].length; c++) {
                ids.add("r" + row + "c" + c);
            }
            suppression.sum(ids);
        }
        for (int c = 0; c < cells[0].length; c++) {
            List<String> ids = new ArrayList<>();
            for (int r = 0; r < cells.length; r++) {
                ids.add("r" + r + "c" + c);
            }
            suppression.sum(ids);
        }
        return suppression.withheld();
    }

    @Test
    void table_of_the_method_sheet_hides_all_inner_cells() {
        assertThat(table(new int[][] {{3, 12}, {20, 7}}, THRESHOLD))
                .containsExactlyInAnyOrder("r0c0", "r0c1", "r1c0", "r1c1");
    }

    @Test
    void nothing_is_hidden_without_small_counts_or_threshold() {
        assertThat(table(new int[][] {{5, 12}, {20, 0}}, THRESHOLD)).isEmpty();
        assertThat(table(new int[][] {{1, 12}, {20, 0}}, 0)).isEmpty();
    }

    @Test
    void single_small_count_takes_the_smallest_other_with_it() {
        Suppression suppression = new Suppression(THRESHOLD);
        suppression.cell("a", 2);
        suppression.cell("b", 40);
        suppression.cell("c", 9);
        suppression.cell("d", 0);
        suppression.sum(List.of("a", "b", "c", "d"));
        assertThat(suppression.withheld()).containsExactly("a", "c");
    }

    @Test
    void several_ones_are_not_told_by_their_sum() {
        Suppression suppression = new Suppression(THRESHOLD);
        for (String id : List.of("a", "b", "c", "d", "e")) {
            suppression.cell(id, 1);
        }
        suppression.cell("f", 30);
        suppression.sum(List.of("a", "b", "c", "d", "e", "f"));
        assertThat(suppression.withheld()).contains("f");
    }

    @Test
    void zero_goes_too_where_no_other_cell_is_left() {
        Suppression suppression = new Suppression(THRESHOLD);
        suppression.cell("a", 2);
        suppression.cell("b", 0);
        suppression.sum(List.of("a", "b"));
        assertThat(suppression.withheld()).containsExactly("a", "b");
    }

    @Test
    void whole_that_is_shown_elsewhere_is_protected_with_its_parts() {
        Suppression suppression = new Suppression(THRESHOLD);
        suppression.cell("male", 3);
        suppression.cell("female", 50);
        suppression.cell("both", 53);
        suppression.sum("both", List.of("male", "female"));
        assertThat(suppression.withheld()).contains("male").hasSizeGreaterThan(1);
    }

    /** Tries to work out every hidden cell of a table by going through all tables with the same totals and shown cells. */
    @Property(tries = 150)
    void no_hidden_cell_can_be_recovered(@ForAll @Size(6) List<@IntRange(max = 9) Integer> numbers) {
        int[][] cells = new int[2][3];
        for (int i = 0; i < numbers.size(); i++) {
            cells[i / 3][i % 3] = numbers.get(i);
        }
        Set<String> hidden = table(cells, THRESHOLD);
        List<int[]> places = new ArrayList<>();
        for (String id : hidden) {
            places.add(new int[] {id.charAt(1) - '0', id.charAt(3) - '0'});
        }
        boolean zeros = places.stream().anyMatch(p -> cells[p[0]][p[1]] == 0);
        List<Set<Integer>> possible = new ArrayList<>();
        places.forEach(p -> possible.add(new TreeSet<>()));
        solve(cells, copy(cells), places, 0, zeros ? 0 : 1, possible);
        for (int i = 0; i < places.size(); i++) {
            boolean all = hidden.size() == numbers.size();
            assertThat(possible.get(i).size() > 1 || all)
                    .as("cell %s of %s, hidden %s", List.of(places.get(i)[0], places.get(i)[1]), numbers, hidden)
                    .isTrue();
        }
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 3; c++) {
                if (cells[r][c] > 0 && cells[r][c] < THRESHOLD) {
                    assertThat(hidden).contains("r" + r + "c" + c);
                }
            }
        }
    }

    private static void solve(
            int[][] truth, int[][] guess, List<int[]> places, int next, int least, List<Set<Integer>> possible) {
        if (next == places.size()) {
            if (sameTotals(truth, guess)) {
                for (int i = 0; i < places.size(); i++) {
                    possible.get(i).add(guess[places.get(i)[0]][places.get(i)[1]]);
                }
            }
            return;
        }
        int[] place = places.get(next);
        int row = truth[place[0]][0] + truth[place[0]][1] + truth[place[0]][2];
        int column = truth[0][place[1]] + truth[1][place[1]];
        for (int n = least; n <= Math.min(row, column); n++) {
            guess[place[0]][place[1]] = n;
            solve(truth, guess, places, next + 1, least, possible);
        }
    }

    private static boolean sameTotals(int[][] a, int[][] b) {
        for (int r = 0; r < 2; r++) {
            if (a[r][0] + a[r][1] + a[r][2] != b[r][0] + b[r][1] + b[r][2]) {
                return false;
            }
        }
        for (int c = 0; c < 3; c++) {
            if (a[0][c] + a[1][c] != b[0][c] + b[1][c]) {
                return false;
            }
        }
        return true;
    }

    private static int[][] copy(int[][] cells) {
        return new int[][] {cells[0].clone(), cells[1].clone()};
    }
}
