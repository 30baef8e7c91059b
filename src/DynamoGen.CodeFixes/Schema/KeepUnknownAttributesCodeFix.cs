using System.Collections.Immutable;
using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DynamoGen.CodeFixes.Schema;

/// <summary>
/// Gives an entity that no longer has an attribute a property with <c>[UnknownAttributes]</c>, which keeps what items hold of it. Whether it is to be kept
/// is the user's to say: so it is written one at a time, and never for all.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepUnknownAttributesCodeFix)), Shared]
public sealed class KeepUnknownAttributesCodeFix : CodeFixProvider
{
    private const string Title = "Keep what items hold by [UnknownAttributes]";

    private const string Dictionary = "global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue>";

    private static readonly string[] Names = ["UnknownAttributes", "OtherAttributes", "FurtherAttributes"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIdentifiers.IncompatibleSchema);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.Properties.ContainsKey(SchemaDescriptors.Lost)))
        {
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
                && model.GetDeclaredSymbol(type, context.CancellationToken) is { } symbol
                && Names.FirstOrDefault(name => symbol.GetMembers(name).IsEmpty) is { } name)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, Changed(type, name)))),
                        nameof(KeepUnknownAttributesCodeFix)),
                    diagnostic);
            }
        }
    }

    private static TypeDeclarationSyntax Changed(TypeDeclarationSyntax type, string name) =>
        type.WithBody().AddMembers(SyntaxFactory.ParseMemberDeclaration($$"""

            [UnknownAttributes]
            public {{Dictionary}} {{name}} { get; init; } = new();

            """)!).WithAdditionalAnnotations(Formatter.Annotation);
}
