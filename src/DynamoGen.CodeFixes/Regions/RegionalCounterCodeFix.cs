using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace DynamoGen.CodeFixes.Regions;

/// <summary>
/// Makes a number that several regions add to a counter of which each region has a part, with what that needs: the region of each write, a stream of both
/// images, and additions of <c>long</c>. All of it has to stand in the file of the repository.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegionalCounterCodeFix)), Shared]
public sealed class RegionalCounterCodeFix : DocumentCodeFix
{
    private const string Region = "UpdatedRegion";
    private const string CounterType = "DynamoGen.Regions.Values.RegionalCount";

    /// <summary>Creates the fix.</summary>
    public RegionalCounterCodeFix()
        : base("Count in each region for itself ([RegionalCounter])", RuleIdentifiers.RegionalCount)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        var method = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return method is not null
            && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && CountedProperty.Of(symbol) is { } counted
            && (counted.HasImages || TableAttribute(counted, root) is not null)
            && (counted.HasRegion || Declaration(counted.Entity, root) is RecordDeclarationSyntax && !counted.Entity.MemberNames.Contains(Region))
            && counted.Added.All(parameter => Declaration(parameter, root) is not null)
            && Declaration(counted.Property, root) is PropertyDeclarationSyntax or ParameterSyntax
                ? method
                : null;
    }

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var root = editor.OriginalRoot;
        var counted = CountedProperty.Of((IMethodSymbol)editor.SemanticModel.GetDeclaredSymbol(target)!)!;
        var type = (TypeSyntax)editor.Generator.TypeExpression(editor.SemanticModel.Compilation.GetTypeByMetadataName(CounterType)!);
        editor.ReplaceNode(Declaration(counted.Property, root)!, (current, _) => Counter(current, type));
        foreach (var parameter in counted.Added)
        {
            editor.ReplaceNode(Declaration(parameter, root)!, static (current, _) => WithType((ParameterSyntax)current, Long((ParameterSyntax)current)));
        }

        if (!counted.HasRegion)
        {
            editor.ReplaceNode(Declaration(counted.Entity, root)!, static (current, _) => WithRegion((RecordDeclarationSyntax)current));
        }

        if (!counted.HasImages)
        {
            editor.ReplaceNode(TableAttribute(counted, root)!, static (current, _) => WithImages((AttributeSyntax)current));
        }
    }

    private static SyntaxNode? Declaration(ISymbol symbol, SyntaxNode root) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == root.SyntaxTree)?.GetSyntax();

    private static AttributeSyntax? TableAttribute(CountedProperty counted, SyntaxNode root) => counted.Table.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "TableAttribute" && attribute.ApplicationSyntaxReference?.SyntaxTree == root.SyntaxTree)
        .Select(attribute => (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax()).FirstOrDefault();

    /// <summary>Two methods may add to one property, which is changed once.</summary>
    private static SyntaxNode Counter(SyntaxNode current, TypeSyntax type)
    {
        var mark = Attributes("RegionalCounter");
        switch (current)
        {
            case PropertyDeclarationSyntax property when !IsMarked(property.AttributeLists, "RegionalCounter"):
                var list = mark.WithLeadingTrivia(property.GetLeadingTrivia());
                property = property.WithType(type.WithTriviaFrom(property.Type));
                property = property.Initializer is null ? property
                    : property.WithInitializer(null).WithSemicolonToken(default).WithTrailingTrivia(property.GetTrailingTrivia());
                return property.WithoutLeadingTrivia().WithAttributeLists(property.AttributeLists.Insert(0, list))
                    .WithAdditionalAnnotations(Formatter.Annotation);
            case ParameterSyntax parameter when !IsMarked(parameter.AttributeLists, "RegionalCounter"):
                var target = SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.PropertyKeyword));
                return WithType(parameter, type).WithDefault(parameter.Default is null ? null : Default(parameter.Default))
                    .AddAttributeLists(mark.WithTarget(target)).WithAdditionalAnnotations(Formatter.Annotation);
            default:
                return current;
        }
    }

    private static AttributeListSyntax Attributes(string name) =>
        SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name))));

    private static EqualsValueClauseSyntax Default(EqualsValueClauseSyntax clause) =>
        clause.WithValue(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression).WithTriviaFrom(clause.Value));

    private static ParameterSyntax WithType(ParameterSyntax parameter, TypeSyntax type) => parameter.WithType(type.WithTriviaFrom(parameter.Type!));

    private static TypeSyntax Long(ParameterSyntax parameter) =>
        SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.LongKeyword)).WithTriviaFrom(parameter.Type!);

    private static RecordDeclarationSyntax WithRegion(RecordDeclarationSyntax record)
    {
        if (record.Members.Any(member => IsMarked(member.AttributeLists, Region)))
        {
            return record;
        }

        var property = SyntaxFactory.ParseMemberDeclaration($"public string? {Region} {{ get; init; }}")!
            .AddAttributeLists(Attributes(Region))
            .WithLeadingTrivia(record.Members.Count == 0 ? default : SyntaxFactory.TriviaList(SyntaxFactory.ElasticCarriageReturnLineFeed))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return (record.OpenBraceToken.IsKind(SyntaxKind.None) || record.OpenBraceToken.IsMissing
            ? record.WithSemicolonToken(default).WithoutTrailingTrivia()
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(record.GetTrailingTrivia()))
            : record).AddMembers(property).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static AttributeSyntax WithImages(AttributeSyntax table)
    {
        var images = SyntaxFactory.ParseExpression("StreamView.NewAndOldImages");
        var present = table.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Stream");
        return present is null
            ? table.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals("Stream"), nameColon: null, images))
            : table.ReplaceNode(present, present.WithExpression(images));
    }

    private static bool IsMarked(SyntaxList<AttributeListSyntax> lists, string attribute) =>
        lists.SelectMany(list => list.Attributes).Select(one => one.Name.ToString())
            .Any(name => name == attribute || name.EndsWith("." + attribute, StringComparison.Ordinal));
}
