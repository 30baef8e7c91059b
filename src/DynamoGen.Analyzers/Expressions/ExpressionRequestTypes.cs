using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>The requests, and parts of requests, that have expressions with placeholders.</summary>
internal sealed class ExpressionRequestTypes(SdkSymbols sdk)
{
    private static readonly string[] Names =
    [
        "QueryRequest", "ScanRequest", "GetItemRequest", "PutItemRequest", "UpdateItemRequest", "DeleteItemRequest",
        "Get", "Put", "Update", "Delete", "ConditionCheck", "KeysAndAttributes",
    ];

    private readonly HashSet<ISymbol> _types = new(
        Names.Select(name => sdk.TypeNamed($"Model.{name}")).OfType<ISymbol>(), SymbolEqualityComparer.Default);

    public bool Contains(ITypeSymbol? type) => type is not null && _types.Contains(type);
}
