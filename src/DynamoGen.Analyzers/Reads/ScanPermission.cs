using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Finds an <c>[AllowScan("why")]</c> around a call: on its member, local function or lambda, a containing type, or the assembly.</summary>
internal sealed class ScanPermission(INamedTypeSymbol? attribute)
{
    public bool Covers(IOperation call, ISymbol containingSymbol)
    {
        if (attribute is null)
        {
            return false;
        }

        for (var operation = call.Parent; operation is not null; operation = operation.Parent)
        {
            var function = operation switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (function is not null && IsGivenOn(function))
            {
                return true;
            }
        }

        for (var symbol = containingSymbol;
            symbol is IMethodSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol or INamedTypeSymbol; symbol = symbol.ContainingSymbol)
        {
            // An accessor belongs to its property, which is where a reader would write the attribute.
            if (IsGivenOn(symbol) || (symbol is IMethodSymbol { AssociatedSymbol: { } property } && IsGivenOn(property)))
            {
                return true;
            }
        }

        return IsGivenOn(containingSymbol.ContainingAssembly);
    }

    /// <summary>An attribute without a reason gives no permission.</summary>
    private bool IsGivenOn(ISymbol symbol) =>
        symbol.GetAttributes().Any(candidate =>
            SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute)
            && candidate.ConstructorArguments
                .Any(argument => argument is { Kind: TypedConstantKind.Primitive, Value: string why } && !string.IsNullOrWhiteSpace(why)));
}
