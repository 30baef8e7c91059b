using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Classes;

/// <summary>A type that the files declare, with all of its parts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scope">Its namespace with the types around it; empty without one.</param>
/// <param name="Parts">Its declarations.</param>
internal sealed record DeclaredType(string Name, string Scope, IReadOnlyList<BaseTypeDeclarationSyntax> Parts)
{
    public string FullName => Scope.Length == 0 ? Name : $"{Scope}.{Name}";

    /// <summary>Its namespace; empty without one.</summary>
    public string Namespace => NamespaceOf(Parts[0]);

    public bool IsAbstract => Has(SyntaxKind.AbstractKeyword) || Has(SyntaxKind.StaticKeyword) || Parts[0] is InterfaceDeclarationSyntax;

    public bool IsEnum => Parts[0] is EnumDeclarationSyntax;

    public IEnumerable<AttributeSyntax> Attributes => Parts.SelectMany(part => part.AttributeLists).SelectMany(list => list.Attributes);

    /// <summary>The names of its type parameters.</summary>
    public IReadOnlyList<string> Parameters =>
        (Parts[0] as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Select(parameter => parameter.Identifier.ValueText).ToList() ?? [];

    /// <summary>What could be its base class; null without one.</summary>
    public TypeSyntax? Base => Parts[0] is EnumDeclarationSyntax ? null
        : Parts.Select(part => part.BaseList?.Types[0].Type).OfType<TypeSyntax>().OrderBy(IsInterfaceName).FirstOrDefault();

    /// <summary>Whether a type is named as interfaces are.</summary>
    public static bool IsInterfaceName(TypeSyntax type) => TypeNames.Last(type) is ['I', var second, ..] && char.IsUpper(second);

    public static string NamespaceOf(SyntaxNode node) => string.Join(
        '.', node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString()));

    private bool Has(SyntaxKind modifier) => Parts.Any(part => part.Modifiers.Any(modifier));
}
