using System.Collections.Immutable;
using DynamoGen.Declarations.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Symbols;

/// <summary>Turns a type symbol into its identity, if its declaration can be extended at all.</summary>
internal static class TypeIdentities
{
    public static TypeIdentity? Parse(INamedTypeSymbol type, DeclarationProblems problems)
    {
        if (Obstacle(type) is { } obstacle)
        {
            problems.Add(DeclarationRule.NotExtensible, type.Locations.FirstOrDefault(), type.Name, obstacle);
            return null;
        }

        var containers = new List<TypeDeclaration>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, Declaration(container));
        }

        return new TypeIdentity(
            type.ContainingNamespace is { IsGlobalNamespace: false } scope
                ? scope.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
                : null,
            new EquatableArray<TypeDeclaration>(containers),
            Declaration(type),
            type.PlainName(),
            HintName(type));
    }

    /// <summary>
    /// A name that none of the type's members has, nor the type itself. Generated members, which an analyzer sees too, do not take names away: an entity
    /// has the same ones wherever it is looked at from, and those of a base type are hidden by its own.
    /// </summary>
    public static string FreeMemberName(INamedTypeSymbol type, params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            if (type.Name != candidate && !IsTaken(type, candidate))
            {
                return candidate;
            }
        }

        var number = 2;
        while (IsTaken(type, candidates[0] + number))
        {
            number++;
        }

        return candidates[0] + number;
    }

    private static bool IsTaken(INamedTypeSymbol type, string name) => WithBases(type).Any(scope => scope.GetMembers(name).Any(member => !IsGenerated(member)));

    /// <summary>Whether the generator made the member. It sees what it made for another assembly, and never what it makes for its own.</summary>
    public static bool IsGenerated(ISymbol member) => member.Attribute("System.CodeDom.Compiler.GeneratedCodeAttribute")?.Text(0) == "DynamoGen";

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        foreach (var inherited in type.TypeKind == TypeKind.Interface ? type.AllInterfaces : ImmutableArray<INamedTypeSymbol>.Empty)
        {
            yield return inherited;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static string? Obstacle(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.Name.Length == 0)
            {
                return "it has no name";
            }

            if (SyntaxFacts.GetContextualKeywordKind(current.Name) != SyntaxKind.None)
            {
                return $"'{current.Name}' is a keyword of C#; give it another name";
            }

            if (current.IsGenericType)
            {
                return $"'{current.Name}' is generic, which is not supported";
            }

            if (current.IsFileLocal)
            {
                return $"'{current.Name}' is local to its file; make it internal";
            }

            if (!IsPartial(current))
            {
                return $"'{current.Name}' must be partial";
            }
        }

        return type switch
        {
            { TypeKind: TypeKind.Class, IsStatic: true } => "it must not be static",
            { TypeKind: TypeKind.Class, IsAbstract: true } => "it must not be abstract",
            _ => null,
        };
    }

    /// <summary>Another assembly's type was extended when that was built.</summary>
    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        || type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static TypeDeclaration Declaration(INamedTypeSymbol type) => new(
        type switch
        {
            { TypeKind: TypeKind.Interface } => TypeDeclarationKind.Interface,
            { IsRecord: true, IsValueType: true } => TypeDeclarationKind.RecordStruct,
            { IsRecord: true } => TypeDeclarationKind.Record,
            { IsValueType: true } => TypeDeclarationKind.Struct,
            _ => TypeDeclarationKind.Class,
        },
        type.Name);

    /// <summary>
    /// Containing types are joined by <c>+</c>, as in metadata names, so that no namespace can look like one. File names that differ in case alone
    /// count as one, so that the later of two such names gets a number.
    /// </summary>
    private static string HintName(INamedTypeSymbol type)
    {
        var scope = type.ContainingNamespace is { IsGlobalNamespace: false } name ? name.ToDisplayString() + "." : string.Empty;
        var chain = type.Name;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            chain = $"{container.Name}+{chain}";
        }

        var doubles = string.Concat(Enclosing(type).Select(CaseDoubles.NumberOf).Where(number => number > 0).Select(number => $"-{number}"));

        return FileName(scope.Replace("@", string.Empty) + chain) + doubles;
    }

    /// <summary>Identifiers may hold marks that file names may not.</summary>
    private static string FileName(string name)
    {
        static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '.' or '+' or '_';
        return name.All(IsPlain) ? name : string.Concat(name.Select(c => IsPlain(c) ? c.ToString() : $"-{(int)c:x4}"));
    }

    /// <summary>The type and all that it is declared in.</summary>
    private static IEnumerable<INamespaceOrTypeSymbol> Enclosing(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol? current = type; current is not null and not INamespaceSymbol { IsGlobalNamespace: true };
            current = (INamespaceOrTypeSymbol?)current.ContainingType ?? current.ContainingNamespace)
        {
            yield return current;
        }
    }
}
