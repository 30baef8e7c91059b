using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>The types that the files declare, and what names mean among them.</summary>
internal sealed class SourceTypes
{
    private readonly Dictionary<string, DeclaredType> _types = new(StringComparer.Ordinal);

    public SourceTypes(IReadOnlyList<SyntaxTree> files)
    {
        Files = files;
        foreach (var group in files.SelectMany(file => file.GetRoot().DescendantNodes()).OfType<BaseTypeDeclarationSyntax>()
            .GroupBy(type => (Scope: ScopeOf(type), Name: type.Identifier.ValueText, Parameters: (type as TypeDeclarationSyntax)?.Arity ?? 0)))
        {
            var type = new DeclaredType(group.Key.Name, group.Key.Scope, [.. group]);
            _types.Add(Key(type.FullName, group.Key.Parameters), type);
        }
    }

    public IReadOnlyList<SyntaxTree> Files { get; }

    /// <summary>All types, in the order of the files.</summary>
    public IEnumerable<DeclaredType> All => _types.Values;

    /// <summary>The type that a name means within another one; null where the files do not declare it.</summary>
    public DeclaredType? Find(TypeSyntax name, DeclaredType from) =>
        name is NameSyntax ? Find(Key(TypeNames.Whole(name), TypeNames.Arguments(name).Count), from) : null;

    /// <inheritdoc cref="Find(TypeSyntax, DeclaredType)"/>
    public DeclaredType? Find(string name, DeclaredType from)
    {
        for (var scope = from.FullName; ; scope = scope[..scope.LastIndexOf('.')])
        {
            if (_types.TryGetValue($"{scope}.{name}", out var found))
            {
                return found;
            }

            if (!scope.Contains('.', StringComparison.Ordinal))
            {
                break;
            }
        }

        // What usings make visible is found by its name alone, where only one type has it.
        return _types.GetValueOrDefault(name)
            ?? (_types.Where(type => type.Key.EndsWith("." + name, StringComparison.Ordinal)).ToList() is [var only] ? only.Value : null);
    }

    /// <summary>The type that another one derives from; null where the files do not declare it.</summary>
    public DeclaredType? BaseOf(DeclaredType type) =>
        type.Base is { } name && Find(name, type) is { IsEnum: false } found && found.Parts[0] is not InterfaceDeclarationSyntax && found != type
            ? found
            : null;

    private static string Key(string name, int parameters) => parameters == 0 ? name : FormattableString.Invariant($"{name}`{parameters}");

    private static string ScopeOf(BaseTypeDeclarationSyntax type)
    {
        var outer = type.Ancestors().OfType<BaseTypeDeclarationSyntax>().Reverse().Select(around => around.Identifier.ValueText);
        var space = DeclaredType.NamespaceOf(type);
        return string.Join('.', space.Length == 0 ? outer : outer.Prepend(space));
    }
}
