package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private final Labels labels = new Labels();

    @Test
    void short_latin_labels_stay() {
        assertThat(labels.standIn("Blunt force")).isEqualTo("Blunt force");
        assertThat(labels.restore("<text>Blunt force</text>")).isEqualTo("<text>Blunt force</text>");
    }

    @Test
    void chinese_labels_come_back_whole_and_escaped() {
        String standIn = labels.standIn("非机动车 <车祸>");
        assertThat(standIn).matches("[a-zW]{2,20}");
        assertThat(labels.restore("<text>" + standIn + "</text>")).isEqualTo("<text>非机动车 &lt;车祸&gt;</text>");
    }

    @Test
    void same_label_has_one_stand_in_and_different_ones_differ() {
        assertThat(labels.standIn("男性")).isEqualTo(labels.standIn("男性")).isNotEqualTo(labels.standIn("女性"));
    }

    @Test
    void ordered_stand_ins_sort_as_they_were_asked_for() {
        List<String> standIns = List.of(labels.ordered("production"), labels.ordered("a"), labels.ordered("消防"));
        assertThat(standIns).isSorted();
    }

    @Test
    void long_labels_stand_on_two_lines() {
        assertThat(Labels.lines("What do you do when the stairs are full of smoke?"))
                .containsExactly("What do you do when the", "stairs are full of smoke?");
        assertThat(Labels.lines("是否知道本街道正在开展安全社区建设工作？")).hasSize(2);
        assertThat(Labels.lines("Home")).containsExactly("Home");
        String standIn = labels.standIn("What do you do when the stairs are full of smoke?");
        assertThat(standIn.length()).isLessThanOrEqualTo(20);
        assertThat(labels.restore("<text>" + standIn + "</text>"))
                .contains(">What do you do when the</tspan>", ">stairs are full of smoke?</tspan>");
    }
}
