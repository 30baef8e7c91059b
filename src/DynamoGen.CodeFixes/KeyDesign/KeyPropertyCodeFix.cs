using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.KeyDesign;

/// <summary>The base of the fixes that set a property of a <c>[Key]</c> attribute, such as <c>Shards = 10</c>.</summary>
public abstract class KeyPropertyCodeFix : DocumentCodeFix
{
    private readonly string _property;
    private readonly ExpressionSyntax _value;

    private protected KeyPropertyCodeFix(string title, string property, ExpressionSyntax value, params string[] ruleIdentifiers)
        : base(title, ruleIdentifiers)
    {
        _property = property;
        _value = value;
    }

    /// <summary>Null for a property with the SDK's attribute, which has no such settings.</summary>
    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>()
            ?.Parent?.Parent as AttributeSyntax;

    private protected sealed override SyntaxNode Change(SyntaxNode target, SyntaxGenerator generator, Compilation compilation)
    {
        var attribute = (AttributeSyntax)target;
        var present = attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == _property);
        return present is null
            ? attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(_property), nameColon: null, _value))
            : attribute.ReplaceNode(present, present.WithExpression(_value));
    }
}
