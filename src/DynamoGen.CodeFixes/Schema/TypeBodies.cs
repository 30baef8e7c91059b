using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Schema;

/// <summary>Types to which members are added.</summary>
internal static class TypeBodies
{
    /// <summary>The type with braces, where a semicolon ended it.</summary>
    public static TypeDeclarationSyntax WithBody(this TypeDeclarationSyntax type) => !type.OpenBraceToken.IsKind(SyntaxKind.None)
        ? type
        : type.WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.GetTrailingTrivia()));
}
