using System.Collections.Concurrent;
using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Gathers the attributes of which one is the hash key of a table or an index, as the requests of a compilation show it. Where a request names the sort key
/// too, both are there: what asks for none of them certainly does not ask for the hash key.
/// </summary>
internal sealed class SeenKeys(SdkSymbols sdk)
{
    private readonly GivenKeys _given = new(sdk);
    private readonly INamedTypeSymbol? _query = sdk.TypeNamed("Model.QueryRequest");
    private readonly INamedTypeSymbol? _createTable = sdk.TypeNamed("Model.CreateTableRequest");
    private readonly ConcurrentBag<(string Table, string Index, string Attribute)> _seen = [];

    /// <summary>Looks at the creation of a request, or at a call.</summary>
    public void Look(IOperation operation)
    {
        if (_given.In(operation) is { } given)
        {
            See(given.Table, "", given.Attributes.Split([" + "], StringSplitOptions.None));
        }
        else if (operation is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Type, _query))
        {
            LookAtQuery(VisibleObject.Of(creation, sdk));
        }
        else if (operation is IObjectCreationOperation table && SymbolEqualityComparer.Default.Equals(table.Type, _createTable))
        {
            LookAtTable(VisibleObject.Of(table, sdk));
        }
    }

    public IEnumerable<string> Of(string table, string index) => _seen.Where(key => key.Table == table && key.Index == index).Select(key => key.Attribute);

    private void LookAtQuery(VisibleObject query)
    {
        if (TextOf(query, "TableName") is { } table
            && (query.Sets("IndexName") ? TextOf(query, "IndexName") : "") is { } index
            && RequestText.OnlyOf(query, "KeyConditionExpression", ExpressionKind.KeyCondition)?.Expression.Condition is { } condition)
        {
            var names = new AttributeNames(query);
            var equal = condition.Conjuncts.OfType<ComparisonSyntax>().Where(part => part.Operator == "=")
                .SelectMany(part => new[] { part.Left, part.Right }.OfType<PathSyntax>())
                .Select(path => names.Resolve(path.Attribute)).ToList();

            // A placeholder that stands for anything says nothing of the key.
            if (equal.TrueForAll(name => !name.StartsWith("#", StringComparison.Ordinal)))
            {
                See(table, index, equal);
            }
        }
    }

    private void LookAtTable(VisibleObject request)
    {
        if (OnlyTextOf(request, "TableName") is not { } table)
        {
            return;
        }

        See(table, "", HashKeysOf(request));
        var indexes = request.CollectionOf("GlobalSecondaryIndexes").Entries.Select(entry => VisibleObject.From(entry.Value, sdk)).OfType<VisibleObject>();
        foreach (var index in indexes)
        {
            if (OnlyTextOf(index, "IndexName") is { } name)
            {
                See(table, name, HashKeysOf(index));
            }
        }
    }

    private IEnumerable<string> HashKeysOf(VisibleObject table) =>
        table.CollectionOf("KeySchema").Entries
            .Select(entry => VisibleObject.From(entry.Value, sdk)).OfType<VisibleObject>()
            .Where(IsHash)
            .Select(element => OnlyTextOf(element, "AttributeName")).OfType<string>();

    private static bool IsHash(VisibleObject element) =>
        element.ValuesOf("KeyType") is { Count: 1 } values
        && (values[0].WithoutConversions() is IFieldReferenceOperation { Field: { Name: "HASH", ContainingType.Name: "KeyType" } }
            || ConstantText.Of(values[0]) == "HASH");

    private static string? TextOf(VisibleObject request, string property) =>
        request.CertainValueOf(property) is { } value ? ConstantText.Of(value) : null;

    /// <summary>What a table is created with holds for good, wherever else the request goes.</summary>
    private static string? OnlyTextOf(VisibleObject request, string property) =>
        request.ValuesOf(property) is { Count: 1 } values ? ConstantText.Of(values[0]) : null;

    private void See(string table, string index, IEnumerable<string> attributes)
    {
        foreach (var attribute in attributes)
        {
            _seen.Add((table, index, attribute));
        }
    }
}
