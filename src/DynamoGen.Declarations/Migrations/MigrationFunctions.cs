using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Migrations;

/// <summary>Finds the functions of a migration, from one entity to the other.</summary>
internal sealed class MigrationFunctions(MigrationDeclaration declaration, DeclarationProblems problems)
{
    /// <summary>The function of a name; null where there is none, and with a problem where there must be one or what has the name is none.</summary>
    public MigrationFunction? Find(string name, INamedTypeSymbol from, INamedTypeSymbol to, bool isRequired)
    {
        var named = declaration.Type.GetMembers(name);
        var function = named.OfType<IMethodSymbol>().Select(method => FormOf(method, from, to)).FirstOrDefault(form => form is not null);
        if (function is null && (isRequired || named.Length > 0))
        {
            problems.Add(DeclarationRule.Migration, named.FirstOrDefault()?.Locations.FirstOrDefault() ?? declaration.Type.Locations.FirstOrDefault(),
                declaration.Type.Name, $"it needs a method 'static {to.Name} {name}({from.Name})'; where one item stands for several, with "
                    + $"IReadOnlyList<{to.Name}> or IReadOnlyList<{from.Name}> in the place of the one");
        }

        return function;
    }

    private static MigrationFunction? FormOf(IMethodSymbol method, INamedTypeSymbol from, INamedTypeSymbol to)
    {
        if (method is not { IsStatic: true, IsGenericMethod: false, Parameters.Length: 1, ReturnType.NullableAnnotation: not NullableAnnotation.Annotated }
            || method.Parameters[0] is not { RefKind: RefKind.None, Type: var taken })
        {
            return null;
        }

        var (takesOne, yieldsOne) = (Is(taken, from), Is(method.ReturnType, to));
        return (takesOne, yieldsOne) switch
        {
            (true, true) => MigrationFunction.OneToOne,
            (true, false) when IsSequence(method.ReturnType, to) => MigrationFunction.OneToMany,
            (false, true) when IsTaken(taken, from) => MigrationFunction.ManyToOne,
            _ => null,
        };
    }

    private static bool Is(ITypeSymbol type, ITypeSymbol entity) => SymbolEqualityComparer.Default.Equals(type, entity);

    /// <summary>Whether a type can be enumerated, and yields the entity.</summary>
    private static bool IsSequence(ITypeSymbol type, ITypeSymbol entity) => new[] { type }.Concat(type.AllInterfaces).OfType<INamedTypeSymbol>()
        .Any(candidate => candidate.ConstructedFrom.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            && Is(candidate.TypeArguments[0], entity));

    /// <summary>Whether a list of the entity can be given for a type.</summary>
    private static bool IsTaken(ITypeSymbol type, ITypeSymbol entity) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named
        && named.ConstructedFrom.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
        && Is(named.TypeArguments[0], entity);
}

/// <summary>How many items a function of a migration takes, and how many it yields.</summary>
internal enum MigrationFunction
{
    OneToOne,
    OneToMany,
    ManyToOne,
}
