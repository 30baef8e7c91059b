using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Recognises a Query that gives the whole primary key, or may: then there is nothing more to read.</summary>
internal sealed class WholeKey(Lazy<MappedTables> tables)
{
    public bool IsGivenBy(VisibleObject request)
    {
        if (request.Creation.Type?.Name != "QueryRequest")
        {
            return false;
        }

        return request.Sets("KeyConditions")
            ? request.CollectionOf("KeyConditions") is not { IsWhole: true, Entries.Count: 1 }
            : !request.ValuesOf("KeyConditionExpression").All(value => KeyConditionText.Of(value) is { } text && ReadsMany(text, request));
    }

    private bool ReadsMany(string keyCondition, VisibleObject query)
    {
        if (DynamoExpression.Parse(keyCondition, ExpressionKind.KeyCondition).Condition is not { } condition)
        {
            return false;
        }

        var equalities = condition.Conjuncts.Count(part => part is ComparisonSyntax { Operator: "=" });
        return query.Sets("IndexName") || (equalities == 1 && !HasOneKeyAttribute(query));
    }

    /// <summary>Whether a class says that the table has no sort key.</summary>
    private bool HasOneKeyAttribute(VisibleObject query) =>
        query.CertainValueOf("TableName") is { } table && ConstantText.Of(table) is { } name && tables.Value.KeysOf(name).Take(2).Count() == 1;
}
