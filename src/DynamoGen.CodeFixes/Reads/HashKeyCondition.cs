using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>The only argument of a Scan, where that is one condition that the hash key equals one value.</summary>
internal static class HashKeyCondition
{
    private const string HashKeyAttribute = "Amazon.DynamoDBv2.DataModel.DynamoDBHashKeyAttribute";

    /// <summary>The condition, or null unless a Query by the hash key gives the same items.</summary>
    public static BaseObjectCreationExpressionSyntax? TryRead(
        InvocationExpressionSyntax scan, ITypeSymbol entity, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Condition(scan) is not { ArgumentList.Arguments: { Count: 3 } arguments } condition || arguments.Any(argument => argument.NameColon is not null))
        {
            return null;
        }

        return HashKey(entity, model) is { } hashKey
            && Equals(model.GetConstantValue(arguments[0].Expression, cancellationToken).Value, hashKey.Name)
            && IsEqual(model.GetSymbolInfo(arguments[1].Expression, cancellationToken).Symbol)
            && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(arguments[2].Expression, cancellationToken).Type, hashKey.Type)
                ? condition
                : null;
    }

    /// <summary>
    /// The single condition as it is written in the argument: <c>[new(…)]</c>, <c>new[] { new(…) }</c> or
    /// <c>new List&lt;ScanCondition&gt; { new(…) }</c>.
    /// </summary>
    public static BaseObjectCreationExpressionSyntax? Condition(InvocationExpressionSyntax scan)
    {
        if (scan.ArgumentList.Arguments is not { Count: 1 } arguments)
        {
            return null;
        }

        return arguments[0].Expression switch
        {
            CollectionExpressionSyntax { Elements: { Count: 1 } elements } => (elements[0] as ExpressionElementSyntax)?.Expression,
            ImplicitArrayCreationExpressionSyntax array => Single(array.Initializer),
            ArrayCreationExpressionSyntax array => Single(array.Initializer),
            BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } list => Single(list.Initializer),
            _ => null,
        } as BaseObjectCreationExpressionSyntax;
    }

    private static ExpressionSyntax? Single(InitializerExpressionSyntax? initializer) =>
        initializer is { Expressions: { Count: 1 } expressions } && !initializer.IsKind(SyntaxKind.ObjectInitializerExpression) ? expressions[0] : null;

    private static bool IsEqual(ISymbol? symbol) => symbol is IFieldSymbol { Name: "Equal", ContainingType.Name: "ScanOperator" };

    private static IPropertySymbol? HashKey(ITypeSymbol entity, SemanticModel model)
    {
        var attributeClass = model.Compilation.GetTypeByMetadataName(HashKeyAttribute);
        for (var type = entity; type is not null && attributeClass is not null; type = type.BaseType)
        {
            var properties = type.GetMembers().OfType<IPropertySymbol>();
            if (properties.FirstOrDefault(IsHashKey) is { } hashKey)
            {
                return hashKey;
            }
        }

        return null;

        bool IsHashKey(IPropertySymbol property) =>
            property.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass));
    }
}
