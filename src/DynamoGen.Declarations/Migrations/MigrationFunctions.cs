using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Migrations;

/// <summary>Finds the functions of a migration, from one entity to the other.</summary>
internal sealed class MigrationFunctions(MigrationDeclaration declaration, DeclarationProblems problems)
{
    /// <summary>The function of a name; null where there is none, and with a problem where there must be one or what has the name is none.</summary>
    public IMethodSymbol? Find(string name, INamedTypeSymbol from, INamedTypeSymbol to, bool isRequired)
    {
        var named = declaration.Type.GetMembers(name);
        var function = named.OfType<IMethodSymbol>().FirstOrDefault(method => IsFunction(method, from, to));
        if (function is null && (isRequired || named.Length > 0))
        {
            problems.Add(DeclarationRule.Migration, named.FirstOrDefault()?.Locations.FirstOrDefault() ?? declaration.Type.Locations.FirstOrDefault(),
                declaration.Type.Name, $"it needs a method 'static {to.Name} {name}({from.Name})'");
        }

        return function;
    }

    private static bool IsFunction(IMethodSymbol method, INamedTypeSymbol from, INamedTypeSymbol to) =>
        method is { IsStatic: true, IsGenericMethod: false, Parameters.Length: 1, ReturnType.NullableAnnotation: not NullableAnnotation.Annotated }
        && method.Parameters[0] is { RefKind: RefKind.None, Type: var type }
        && SymbolEqualityComparer.Default.Equals(type, from)
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, to);
}
