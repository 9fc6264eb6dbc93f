package org.safecommunity.risk.matrix;

import java.util.Locale;
import org.safecommunity.model.LocalText;

/**
 * What a matrix is checked for. Q0, that every cell has exactly one level, is a rule of loading. Q7 and Q8 inform only:
 * accepted matrices break them, and Q7 depends on how the cells are read.
 *
 * @see <a href="https://doi.org/10.1111/j.1539-6924.2008.01030.x">Cox (2008), Risk Analysis 28, 497–512</a>
 */
public enum MatrixRule {
    /** Every level is used. */
    REACHABLE(
            true,
            "every level can be reached",
            "各等级均可达到",
            "A level that no cell has is never given; the list of levels promises more than the matrix can tell.",
            "没有任何单元格属于该等级，评价时永远不会得到它，等级表名不副实。"),
    /** Q1: the level never falls when an index rises. */
    MONOTONE(
            true,
            "Q1: the level never falls when likelihood or consequence rises",
            "Q1 单调性：可能性或后果升高时等级不降",
            "A worse hazard would be rated lower than a better one.",
            "更严重的危险反而评为较低等级。"),
    /** Q2: at least three levels. */
    THREE_LEVELS(
            true,
            "Q2: at least three levels",
            "Q2 至少三个等级",
            "With two levels, points that differ hardly at all must be rated as opposites.",
            "只有两个等级时，几乎相同的风险会被判为两个极端。"),
    /** Q3, Lemma 1: red and green share no edge. */
    NO_SHARED_EDGE(
            true,
            "Q3 (Lemma 1): highest and lowest level share no edge",
            "Q3（引理 1）：最高与最低等级的单元格不共边",
            "Two risks that are almost equal would be rated highest and lowest.",
            "几乎相等的两个风险会分别评为最高和最低。"),
    /** Q4, Lemma 2: no red in the lowest row or column. */
    NO_RED_AT_ZERO(
            true,
            "Q4 (Lemma 2): the lowest row and column have no cell of the highest level",
            "Q4（引理 2）：最低一行、一列没有最高等级",
            "Where an axis starts at 0, such a cell holds risks near zero that are rated highest.",
            "坐标从 0 开始时，该单元格内接近零的风险也被评为最高。"),
    /** Q5: betweenness, with corners. */
    BETWEENNESS(
            true,
            "Q5 (betweenness): no step right, up or through a corner leads from the lowest to the highest level",
            "Q5（居间性）：向右、向上或过角一步不会由最低跳到最高等级",
            "A small rise in both axes would jump over all levels between.",
            "两轴稍有升高就会越过全部中间等级。"),
    /** Q6: weak consistency. */
    WEAK_CONSISTENCY(
            true,
            "Q6 (weak consistency): every risk of the highest level is above every risk of the lowest",
            "Q6（弱一致性）：最高等级内的风险均高于最低等级内的风险",
            "Some hazards rated highest are smaller risks than some rated lowest; money would go to the wrong place.",
            "部分评为最高的风险实际小于评为最低的风险，资源会投错地方。"),
    /** Q7: consistent colouring, closed cells. */
    CONSISTENT_COLOURING(
            false,
            "Q7 (consistent colouring, closed cells): each cell has the colour its range of risk calls for",
            "Q7（着色一致性，闭单元格）：各单元格颜色与其风险范围相符",
            "The cell holds risks as high (or as low) as cells of another level; read its neighbours before you decide.",
            "该单元格的风险范围与其他等级的单元格相同，决策前请对照相邻单元格。"),
    /** Q8, Theorem 1(a): lowest row and column green. */
    THEOREM_1A(
            false,
            "Q8 (Theorem 1a): lowest row and column are all of the lowest level",
            "Q8（定理 1a）：最低一行、一列均为最低等级",
            "Follows from Cox's axioms; many accepted matrices do not meet it.",
            "由 Cox 公理推出；许多通行矩阵并不满足。"),
    /** Q8, Theorem 1(b): second row and column not red. */
    THEOREM_1B(
            false,
            "Q8 (Theorem 1b): second row and column have no cell of the highest level",
            "Q8（定理 1b）：第二行、第二列没有最高等级",
            "Follows from Cox's axioms; many accepted matrices do not meet it.",
            "由 Cox 公理推出；许多通行矩阵并不满足。");

    private final boolean binding;
    private final LocalText title;
    private final LocalText why;

    MatrixRule(boolean binding, String en, String zh, String whyEn, String whyZh) {
        this.binding = binding;
        this.title = new LocalText(en, zh);
        this.why = new LocalText(whyEn, whyZh);
    }

    /** Whether breaking the rule is a finding; else it is information. */
    public boolean binding() {
        return binding;
    }

    /** What is required. */
    public LocalText title() {
        return title;
    }

    /** Why breaking it matters. */
    public LocalText why() {
        return why;
    }

    /** Kebab-case name in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
