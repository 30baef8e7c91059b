using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Design;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>The access patterns of a repository that query by a key and filter by something else.</summary>
internal static class FilteredPatterns
{
    public static void Check(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (!type.GetMembers().Any(member => member.Has(DeclarationAttributes.Filter)) || PricedRepository.Of(type) is not { } priced)
        {
            return;
        }

        foreach (var query in priced.Repository.Patterns.OfType<QueryPattern>())
        {
            if (PatternPlace.Method(type, query) is { } method
                && method.Attribute(DeclarationAttributes.Filter) is { } attribute
                && attribute.Text(0) is { } text
                && ParsedExpression.OfCondition(text, ExpressionDialect.Declared) is { Problem: null } filter
                && filter.Paths.Select(path => path.Attribute.Text).FirstOrDefault(name => !IsExpiry(name, priced.Entity)) is { } asked)
            {
                var better = IndexBy([.. EqualIn(filter, method)], query, priced.Entity);
                report(FilteredQuery.Tell(attribute.Place(0), better?.Property ?? asked, better?.Index));
            }
        }
    }

    private static bool IsExpiry(string property, EntityModel entity) =>
        entity.Lifecycle.TimeToLive?.Property == property || ExpiryName.Is(property);

    /// <summary>The properties that a filter compares by <c>=</c> whenever it is asked; what may be null may be left out.</summary>
    private static IEnumerable<string> EqualIn(ParsedExpression filter, IMethodSymbol method) =>
        from part in filter.Condition?.Conjuncts.OfType<ComparisonSyntax>() ?? []
        where part.Operator == "="
        let path = part.Left as PathSyntax
        let value = part.Right as ValueSyntax
        where path is { IsWholeAttribute: true } && value is not null
        where value.Token.Kind != ExpressionTokenKind.Parameter
            || method.Parameters.Any(parameter => parameter.Name == value.Token.Text && parameter.NullableAnnotation != NullableAnnotation.Annotated)
        select path.Attribute.Text;

    /// <summary>An index by whose partition key the filter and the query's own partition key ask, as far as it has parts.</summary>
    private static (string Property, string Index)? IndexBy(List<string> equal, QueryPattern query, EntityModel entity)
    {
        var known = PartsOf(query.Condition.Key).Concat(equal).ToList();
        foreach (var key in entity.Keys.Where(key => key.Index is not null && key.Index != query.Index && !key.IsLocal))
        {
            var parts = PartsOf(key);
            if (parts.FirstOrDefault(equal.Contains) is { } property && parts.All(known.Contains))
            {
                return (property, key.Index!);
            }
        }

        return null;
    }

    private static List<string> PartsOf(KeyModel key) =>
        [.. key.PartitionAttributes.SelectMany(attribute => attribute.Parts).Where(part => part.IsPlaceholder).Select(part => part.Text)];
}
