using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>
/// Learns the key of a table or index from the other queries of a class: what one of them names in its key condition is part of the key for all.
/// </summary>
internal static class OtherQueries
{
    /// <summary>The key attributes that queries of the same place by the same partition key name, in the file's part of the class.</summary>
    public static IEnumerable<string> KeysBeside(VisibleObject query, HashSet<string> keys, SdkSymbols sdk) =>
        QueriedPlace.Of(query) is { } place
            ? CreationsAround(query.Creation)
                .Select(creation => VisibleObject.Of(creation, sdk))
                .Where(other => place.Equals(QueriedPlace.Of(other)))
                .Select(KeyAttributes.Of)
                .Where(other => other?.IsSupersetOf(keys) == true)
                .SelectMany(other => other!)
                .Where(IsAttribute)
            : [];

    private static IEnumerable<IObjectCreationOperation> CreationsAround(IObjectCreationOperation query)
    {
        var type = query.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is null || query.SemanticModel is not { } model
            ? []
            : type.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
                .Where(MayHaveKeyCondition)
                .Select(creation => model.GetOperation(creation))
                .OfType<IObjectCreationOperation>()
                .Where(creation => SymbolEqualityComparer.Default.Equals(creation.Type, query.Type));
    }

    /// <summary>Spares the binding of everything else.</summary>
    private static bool MayHaveKeyCondition(BaseObjectCreationExpressionSyntax creation) =>
        creation is ObjectCreationExpressionSyntax { Type: var type }
            ? type.ToString().EndsWith("QueryRequest", StringComparison.Ordinal)
            : creation.Initializer?.ToString().Contains("KeyConditionExpression") == true;

    /// <summary>A placeholder whose meaning is not visible means something else in each request.</summary>
    private static bool IsAttribute(string name) => !name.StartsWith("#", StringComparison.Ordinal);
}
