using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>A filter that a call has put together, which is left out where it is null.</summary>
/// <param name="Source">The parameter that holds it.</param>
/// <param name="Pattern">The name of the access pattern, for errors.</param>
/// <param name="Bytes">How long the rest of the expression is at most, in bytes.</param>
/// <param name="Operators">How many operators the rest of the expression has at most.</param>
/// <param name="Keys">The key attributes of what is queried that properties are stored as, by which DynamoDB does not filter.</param>
internal sealed record GivenFilter(ParameterSource Source, string Pattern, int Bytes, int Operators, EquatableArray<string> Keys) : Condition
{
    /// <summary>The test that it is sent.</summary>
    public ValueTest IsGiven => new NoTest(new NullTest(Source));

    /// <summary>A filter beside what is declared.</summary>
    public static GivenFilter Beside(Condition? declared, string parameter, string pattern, IEnumerable<string> keys) => new(
        new ParameterSource(parameter),
        pattern,
        declared is null ? 0 : ExpressionLimits.BytesOf(declared) + " AND ()".Length,
        declared is null ? 0 : OperatorCount.Of(declared) + 1,
        new EquatableArray<string>(keys));
}
