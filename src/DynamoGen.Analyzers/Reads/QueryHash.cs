using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Finds the value of the hash key in a <c>QueryRequest</c>, which is the only one that its key condition compares with <c>=</c>.</summary>
internal sealed class QueryHash(SdkSymbols sdk, WholeKey wholeKey)
{
    /// <summary>The value; null where it, or the index, is not visible, and for a Query of one item.</summary>
    public ReadHash? Of(VisibleObject query)
    {
        var index = IndexOf(query);
        return index is null
            || (index.Length == 0 && !query.Sets("KeyConditions") && wholeKey.IsGivenBy(query))
                ? null
            : (InExpression(query) ?? InConditions(query)) is var (attribute, value) ? new ReadHash(value, index.Length == 0 ? null : index, attribute)
            : null;
    }

    /// <summary>The text or the number that an <c>AttributeValue</c> certainly holds.</summary>
    public static IOperation? TextOf(IOperation attributeValue, SdkSymbols sdk) =>
        VisibleObject.From(attributeValue, sdk) is { IsWhole: true } value ? value.CertainValueOf("S") ?? value.CertainValueOf("N") : null;

    /// <summary>The comparison of the hash key in a key condition.</summary>
    public static (PathSyntax Path, string Placeholder)? ComparisonIn(DynamoExpression condition) =>
        condition.Condition?.Conjuncts.OfType<ComparisonSyntax>().Where(comparison => comparison.Operator == "=").ToList() is { Count: 1 } equalities
        && equalities[0] is { Left: PathSyntax { IsWholeAttribute: true } path, Right: ValueSyntax placeholder }
            ? (path, placeholder.Token.Text)
            : null;

    /// <summary>The name of the index, or an empty text for the table itself; null where it is not certain.</summary>
    private static string? IndexOf(VisibleObject query) =>
        query.Sets("IndexName") ? query.CertainValueOf("IndexName") is { } name ? ConstantText.Of(name) is { Length: > 0 } index ? index : null : null
        : query.IsWhole ? ""
        : null;

    private (string Attribute, IOperation Value)? InExpression(VisibleObject query)
    {
        if (RequestText.OnlyOf(query, "KeyConditionExpression", ExpressionKind.KeyCondition) is not { } condition
            || ComparisonIn(condition.Expression) is not var (path, placeholder))
        {
            return null;
        }

        var values = query.CollectionOf("ExpressionAttributeValues").Entries
            .Where(entry => entry.Key is not null && ConstantText.Of(entry.Key) == placeholder).ToList();
        return values.Count == 1 && TextOf(values[0].Value, sdk) is { } text ? (new AttributeNames(query).Resolve(path.Attribute), text) : null;
    }

    /// <summary>The same of the parameter that expressions have replaced.</summary>
    private (string Attribute, IOperation Value)? InConditions(VisibleObject query)
    {
        if (!query.Sets("KeyConditions") || query.CollectionOf("KeyConditions") is not { IsWhole: true } conditions)
        {
            return null;
        }

        var equalities = conditions.Entries.Where(entry => VisibleObject.From(entry.Value, sdk) is { } condition && IsEquality(condition)).ToList();
        return equalities.Count == 1
            && equalities[0].Key is { } key && ConstantText.Of(key) is { } attribute
            && VisibleObject.From(equalities[0].Value, sdk)!.CollectionOf("AttributeValueList") is { IsWhole: true, Entries: { Count: 1 } values }
            && TextOf(values[0].Value, sdk) is { } text
                ? (attribute, text)
                : null;
    }

    private static bool IsEquality(VisibleObject condition) =>
        condition.CertainValueOf("ComparisonOperator")?.WithoutConversions() is { } comparison
        && (comparison is IFieldReferenceOperation { Field.Name: "EQ" } || ConstantText.Of(comparison) == "EQ");
}
