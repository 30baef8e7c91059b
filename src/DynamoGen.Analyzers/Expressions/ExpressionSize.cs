using DynamoGen.Declarations.Syntax;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>How much an expression asks for.</summary>
/// <param name="Operators">Its operators and functions.</param>
/// <param name="MostCandidates">The operands of its longest IN.</param>
internal sealed record ExpressionSize(int Operators, int MostCandidates)
{
    public static ExpressionSize Of(ParsedExpression expression) =>
        expression.Update is { } update
            ? new(update.Clauses.SelectMany(clause => clause.Actions).Sum(action => OperatorsOf(action.Value)), 0)
            : new(expression.Condition is null ? 0 : expression.Operators + SizesIn(expression.Condition), CandidatesOf(expression.Condition));

    /// <summary>Such as 2 of <c>if_not_exists(a, :zero) + :one</c>; the signs of SET are none.</summary>
    private static int OperatorsOf(OperandSyntax? operand) =>
        operand switch
        {
            FunctionSyntax function => 1 + function.Arguments.Sum(OperatorsOf),
            SumSyntax sum => sum.Addends.Count + OperatorsOf(sum.First) + sum.Addends.Sum(addend => OperatorsOf(addend.Operand)),
            _ => 0,
        };

    private static int CandidatesOf(ConditionSyntax? condition) =>
        condition is InSyntax membership ? membership.Candidates.Count : PartsOf(condition).Select(CandidatesOf).DefaultIfEmpty().Max();

    /// <summary>The functions on the sides of comparisons, which the operators of a condition leave out.</summary>
    private static int SizesIn(ConditionSyntax condition) =>
        OperandsOf(condition).Count(operand => operand is FunctionSyntax) + PartsOf(condition).Sum(SizesIn);

    private static IEnumerable<OperandSyntax> OperandsOf(ConditionSyntax condition) =>
        condition switch
        {
            ComparisonSyntax comparison => [comparison.Left, comparison.Right],
            BetweenSyntax between => [between.Tested, between.Low, between.High],
            InSyntax membership => [membership.Tested, .. membership.Candidates],
            _ => [],
        };

    private static IEnumerable<ConditionSyntax> PartsOf(ConditionSyntax? condition) =>
        condition switch
        {
            AndSyntax all => all.Conditions,
            OrSyntax any => any.Conditions,
            NotSyntax not => [not.Inner],
            _ => [],
        };
}
