using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
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
/// Raises the version of an entity and begins the upcaster that takes what the locked version stored. What it means is the user's to say, unless only the
/// name has changed: so it is written one at a time, and never for all.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddUpcasterCodeFix)), Shared]
public sealed class AddUpcasterCodeFix : CodeFixProvider
{
    private const string Version = "Version";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIdentifiers.IncompatibleSchema);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            diagnostic.Properties.TryGetValue(MissingUpcaster.Key, out var text);
            if (MissingUpcaster.Parse(text) is { } upcaster
                && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
                && PropertyType(type, upcaster.Property) is { } property
                && EntityAttribute(type) is { } attribute)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Write the upcaster from version {upcaster.From} to '{upcaster.Property}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, Changed(type, attribute, property, upcaster)))),
                        nameof(AddUpcasterCodeFix)),
                    diagnostic);
            }
        }
    }

    private static TypeDeclarationSyntax Changed(TypeDeclarationSyntax type, AttributeSyntax attribute, TypeSyntax property, MissingUpcaster upcaster)
    {
        var raised = type.ReplaceNode(attribute, Raised(attribute, upcaster.From + 1)).WithBody();
        return raised.AddMembers(Method(property, upcaster)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The attribute with a version that is high enough.</summary>
    private static AttributeSyntax Raised(AttributeSyntax attribute, int version)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(version));
        var argument = attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == Version);
        if (argument is null)
        {
            return attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(Version), nameColon: null, literal));
        }

        var isRaised = int.TryParse(argument.Expression.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var now) && now >= version;
        return isRaised ? attribute : attribute.ReplaceNode(argument.Expression, literal);
    }

    private static MemberDeclarationSyntax Method(TypeSyntax property, MissingUpcaster upcaster)
    {
        var isRenaming = upcaster.StoredAs.Length > 0;
        var storedAs = isRenaming ? $", StoredAs = {SymbolDisplay.FormatLiteral(upcaster.StoredAs, quote: true)}" : string.Empty;
        var stored = isRenaming ? property.WithoutTrivia().ToString() : StoredType(upcaster.Form);
        var value = isRenaming
            ? "stored"
            : $"throw new global::System.NotImplementedException(\"Say what version {upcaster.From} meant by its {upcaster.Property}.\")";
        return SyntaxFactory.ParseMemberDeclaration($"""

            [Upcast(from: {upcaster.From}, nameof({upcaster.Property}){storedAs})]
            private static {property.WithoutTrivia()} {upcaster.Property}Of({stored} stored) => {value};

            """)!;
    }

    /// <summary>A C# type that takes what is stored in a form; an attribute value, where only the application knows one.</summary>
    private static string StoredType(string form)
    {
        var content = form.Substring(form.IndexOf(' ') + 1);
        return content switch
        {
            _ when form.IndexOf(' ') < 0 || form.StartsWith("M", StringComparison.Ordinal) || form.StartsWith("L", StringComparison.Ordinal) => AnyValue,
            "bool" or "byte" or "sbyte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "float" or "double" or "decimal" or "string" => content,
            "Guid" or "DateOnly" or "TimeOnly" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "Half" or "Int128" or "UInt128" => $"global::System.{content}",
            _ when form.StartsWith("S enum ", StringComparison.Ordinal) => "string",
            _ => AnyValue,
        };
    }

    private const string AnyValue = "global::Amazon.DynamoDBv2.Model.AttributeValue";

    /// <summary>The type of a property, or of the parameter of a record that it is made of.</summary>
    private static TypeSyntax? PropertyType(TypeDeclarationSyntax type, string name) =>
        type.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(property => property.Identifier.ValueText == name)?.Type
        ?? (type as RecordDeclarationSyntax)?.ParameterList?.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name)?.Type;

    private static AttributeSyntax? EntityAttribute(TypeDeclarationSyntax type) => type.AttributeLists.SelectMany(list => list.Attributes)
        .FirstOrDefault(attribute => attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>()
            .Any(name => name.Identifier.ValueText is "Entity" or "EntityAttribute"));
}
