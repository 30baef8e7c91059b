using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// Other parameters with which a key that is there answers: a range or a beginning by the name that says so, the type of the part that it gives, a value
/// that is always there, and the parts of a primary key that are missing.
/// </summary>
/// <param name="method">The access pattern.</param>
/// <param name="entity">Its entity.</param>
/// <param name="model">What the entity is.</param>
/// <param name="key">The key that it goes by.</param>
internal sealed class ParameterChanges(IMethodSymbol method, INamedTypeSymbol entity, EntityModel model, KeyModel key)
{
    private static readonly string[] Lower = ["since", "start", "begin", "min", "minimum", "earliest", "lower", "atleast"];
    private static readonly string[] Upper = ["until", "till", "end", "max", "maximum", "latest", "upper", "atmost"];
    private static readonly string[] Beginning = ["startswith", "startingwith", "beginswith", "beginningwith", "beginning", "start", "begin"];

    /// <summary>The changes, the smallest first; whether they answer is for a proof to say.</summary>
    public IEnumerable<DesignProposal> All(CancellationToken cancellationToken)
    {
        if (Renamed(cancellationToken) is { } renamed)
        {
            yield return renamed;
        }

        foreach (var parameter in method.Parameters)
        {
            if (Syntax(parameter, cancellationToken) is { Type: { } type } syntax)
            {
                foreach (var proposal in Typed(parameter, syntax, type))
                {
                    yield return proposal;
                }
            }
        }
    }

    /// <summary>The parts of the primary key that are not given, as parameters of their own; null where there is none.</summary>
    public DesignProposal? Whole(CancellationToken cancellationToken)
    {
        var missing = model.Keys[0].Parts.Where(part => part.IsPlaceholder && PatternParameters.Giving(method.Parameters, part.Text, model.HasNameLike) is null)
            .GroupBy(part => part.Text).Select(same => EntityProperties.Of(entity).FirstOrDefault(property => property.Name == same.Key)).ToArray();
        if (missing.Length == 0
            || missing.Any(property => property is null)
            || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not MethodDeclarationSyntax declaration)
        {
            return null;
        }

        var added = string.Join(", ", missing.Select(property => $"{TypeText(property!.Type)} {ParameterName(property.Name)}"));
        var values = declaration.ParameterList.Parameters.TakeWhile((syntax, position) =>
            syntax.Default is null && !syntax.Modifiers.Any(SyntaxKind.ParamsKeyword)
            && !PatternParameters.IsCancellation(method.Parameters[position])).Count();
        var change = values > 0 ? new TextChange(new TextSpan(declaration.ParameterList.Parameters[values - 1].Span.End, 0), $", {added}")
            : new TextChange(
                new TextSpan(declaration.ParameterList.OpenParenToken.Span.End, 0),
                declaration.ParameterList.Parameters.Count == 0 ? added : $"{added}, ");
        return new DesignProposal(
            $"Give the whole primary key: {added}", $"the primary key answers it with {added}", [new SourceEdit(declaration.SyntaxTree, change)]);
    }

    private static string ParameterName(string property) =>
        SyntaxFacts.GetKeywordKind(Identifiers.Camel(property)) == SyntaxKind.None ? Identifiers.Camel(property) : $"@{Identifiers.Camel(property)}";

    /// <summary>All parameters that say by another word that they bound the next part of the sort key, or are its beginning.</summary>
    private DesignProposal? Renamed(CancellationToken cancellationToken)
    {
        var parts = key.SortAttributes.SelectMany(attribute => attribute.Parts).Where(part => part.IsPlaceholder);
        if (parts.FirstOrDefault(part => PatternParameters.Giving(method.Parameters, part.Text, model.HasNameLike) is null) is not { } next)
        {
            return null;
        }

        var renames = method.Parameters.Select(parameter => (Parameter: parameter, Name: NameOf(parameter, next)))
            .Where(rename => rename.Name is not null && rename.Name != rename.Parameter.Name).Select(rename => (rename.Parameter, rename.Name!)).ToArray();
        var edits = renames.Select(rename => Syntax(rename.Parameter, cancellationToken) is { } syntax
            ? new SourceEdit(syntax.SyntaxTree, new TextChange(syntax.Identifier.Span, rename.Item2))
            : null).OfType<SourceEdit>().ToArray();
        var names = string.Join(" and ", renames.Select(rename => $"'{rename.Item2}'"));
        return edits.Length == 0 || edits.Length < renames.Length
            ? null
            : new DesignProposal($"Call it {names}, by which '{next.Text}' is bounded", $"call it {names}, as what bounds '{next.Text}' is called", edits)
            {
                Renames = renames,
            };
    }

    /// <summary>The name of a bound or a beginning of the part, where the parameter's own says in other words that it is one; null where it does not.</summary>
    private static string? NameOf(IParameterSymbol parameter, KeyPart part)
    {
        var type = PatternParameters.Bare(parameter.Type);
        var isOfDay = part.Kind is KeyPartKind.DateTime or KeyPartKind.DateTimeOffset && ScalarTypes.KindOf(type) == ScalarKind.DateOnly;
        if (type.PlainName() != part.TypeName && !isOfDay)
        {
            return null;
        }

        var word = parameter.Name.ToLowerInvariant().Replace(part.Text.ToLowerInvariant(), string.Empty);
        return part.Kind == KeyPartKind.Text && Beginning.Contains(word) ? $"{Identifiers.Camel(part.Text)}Prefix"
            : Lower.Contains(word) ? PatternParameters.NameOf(BoundSide.From, part.Text)
            : Upper.Contains(word) ? PatternParameters.NameOf(BoundSide.To, part.Text)
            : null;
    }

    private IEnumerable<DesignProposal> Typed(IParameterSymbol parameter, ParameterSyntax syntax, TypeSyntax type)
    {
        if (type is NullableTypeSyntax nullable && syntax.Default is null or { Value.RawKind: (int)SyntaxKind.NullLiteralExpression })
        {
            var end = syntax.Default is null ? type.Span.End : syntax.Span.End;
            var text = syntax.Default is null ? $"{nullable.ElementType}" : $"{nullable.ElementType} {syntax.Identifier}";
            yield return Change(parameter, syntax, TextSpan.FromBounds(type.SpanStart, end), text, $"make '{parameter.Name}' not nullable");
        }

        if (PropertyOf(parameter) is { } property)
        {
            var question = type is NullableTypeSyntax ? "?" : string.Empty;
            var own = PatternParameters.Bare(property.Type).WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            foreach (var written in new[] { TypeText(own), "DateOnly" })
            {
                yield return Change(parameter, syntax, type.Span, written + question, $"make '{parameter.Name}' a {written}");
            }
        }
    }

    /// <summary>The property of the key's part that the parameter's name means, by value or as a bound.</summary>
    private IPropertySymbol? PropertyOf(IParameterSymbol parameter)
    {
        var part = key.Parts.Where(part => part.IsPlaceholder).FirstOrDefault(part =>
            PatternParameters.Giving([parameter], part.Text, model.HasNameLike) is not null
            || PatternQuestion.Sides.Any(side => PatternParameters.GivesBound(parameter, side, part.Text, model.HasNameLike)));
        return part is null ? null : EntityProperties.Of(entity).FirstOrDefault(property => property.Name == part.Text);
    }

    private static DesignProposal Change(IParameterSymbol parameter, ParameterSyntax syntax, TextSpan span, string text, string words) => new(
        $"{char.ToUpperInvariant(words[0])}{words.Substring(1)}", words, [new SourceEdit(syntax.SyntaxTree, new TextChange(span, text))]);

    private static ParameterSyntax? Syntax(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as ParameterSyntax;

    private static string TypeText(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
