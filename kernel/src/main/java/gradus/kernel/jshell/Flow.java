package gradus.kernel.jshell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.Map;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a block can be run to its end, by the rules of the Java Language Specification (14.22), where some blocks are cut
 * off at a place.
 *
 * @param cuts the blocks of which only what stands before a place counts
 */
record Flow(Map<BlockTree, Integer> cuts, ParsedSnippet parsed) {

    /** The block around a place whose end must not be reached, since a value is wanted there; null if there is none. */
    static @Nullable BlockTree thatNeedsAValue(TreePath place) {
        for (TreePath each = place; each != null; each = each.getParentPath()) {
            Tree tree = each.getLeaf();
            if (tree instanceof MethodTree method) {
                boolean isVoid = method.getReturnType() == null
                        || (method.getReturnType() instanceof PrimitiveTypeTree type
                                && type.getPrimitiveTypeKind() == TypeKind.VOID);
                return isVoid ? null : method.getBody();
            }
            if (tree instanceof LambdaExpressionTree lambda) {
                return lambda.getBody() instanceof BlockTree block ? block : null;
            }
            if (tree instanceof CaseTree rule
                    && rule.getBody() instanceof BlockTree block
                    && each.getParentPath().getLeaf() instanceof SwitchExpressionTree) {
                return block;
            }
            if (tree instanceof ClassTree) {
                return null;
            }
        }
        return null;
    }

    boolean canEnd(@Nullable StatementTree statement) {
        if (statement == null) {
            return true;
        }
        return switch (statement.getKind()) {
            case RETURN, THROW, BREAK, CONTINUE, YIELD -> false;
            case BLOCK -> canEndBlock((BlockTree) statement);
            case IF -> canEnd((IfTree) statement);
            case WHILE_LOOP -> !isTrue(((WhileLoopTree) statement).getCondition()) || hasBreak(statement);
            case DO_WHILE_LOOP -> canEnd((DoWhileLoopTree) statement);
            case FOR_LOOP -> !isForEver((ForLoopTree) statement) || hasBreak(statement);
            case LABELED_STATEMENT -> canEnd(((LabeledStatementTree) statement).getStatement()) || hasBreak(statement);
            case SYNCHRONIZED -> canEnd(((SynchronizedTree) statement).getBlock());
            case TRY -> canEnd((TryTree) statement);
            case SWITCH -> canEnd((SwitchTree) statement);
            default -> true;
        };
    }

    private boolean canEndBlock(BlockTree block) {
        int cut = cuts.getOrDefault(block, Integer.MAX_VALUE);
        return block.getStatements().stream()
                .takeWhile(each -> parsed.start(each) < cut)
                .allMatch(this::canEnd);
    }

    private boolean canEnd(IfTree choice) {
        return choice.getElseStatement() == null
                || canEnd(choice.getThenStatement())
                || canEnd(choice.getElseStatement());
    }

    private boolean canEnd(DoWhileLoopTree loop) {
        return (canEnd(loop.getStatement()) && !isTrue(loop.getCondition())) || hasBreak(loop);
    }

    private boolean canEnd(TryTree attempt) {
        boolean isFinished = attempt.getFinallyBlock() == null || canEnd(attempt.getFinallyBlock());
        return isFinished
                && (canEnd(attempt.getBlock())
                        || attempt.getCatches().stream().anyMatch(each -> canEnd(each.getBlock())));
    }

    private boolean canEnd(SwitchTree choice) {
        var cases = choice.getCases();
        boolean hasDefault =
                cases.stream().anyMatch(each -> each.getExpressions().isEmpty());
        if (!hasDefault || hasBreak(choice)) {
            return true;
        }
        return cases.get(0).getCaseKind() == CaseTree.CaseKind.RULE
                ? cases.stream().anyMatch(each -> !(each.getBody() instanceof StatementTree body) || canEnd(body))
                : cases.get(cases.size() - 1).getStatements().stream().allMatch(this::canEnd);
    }

    private static boolean isForEver(ForLoopTree loop) {
        return loop.getCondition() == null || isTrue(loop.getCondition());
    }

    private static boolean isTrue(ExpressionTree condition) {
        ExpressionTree bare = condition;
        while (bare instanceof ParenthesizedTree inner) {
            bare = inner.getExpression();
        }
        return bare instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
    }

    /** Whether a break may leave it; one that leaves an inner loop counts too, which errs on the side of an end. */
    private static boolean hasBreak(Tree tree) {
        var found = new boolean[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBreak(BreakTree leave, @Nullable Void none) {
                found[0] = true;
                return null;
            }

            @Override
            public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void none) {
                return null;
            }

            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
                return null;
            }
        }.scan(tree, null);
        return found[0];
    }
}
