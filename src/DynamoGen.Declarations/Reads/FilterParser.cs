using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads what a method filters the items by that it reads: its time to live without being asked to, and what its attribute says.</summary>
internal sealed class FilterParser(PatternDeclaration declaration, ExpressionScope scope)
{
    /// <summary>The filter, or null where there is none.</summary>
    /// <param name="queried">The key by which items are queried; null where they are not.</param>
    /// <param name="others">What items are filtered by beside that.</param>
    /// <exception cref="ExpressionException">The attribute's text is no filter of the entity.</exception>
    public Condition? Parse(KeyModel? queried, params Condition[] others)
    {
        var filters = new List<Condition>(others);
        if (declaration.Model.Lifecycle.TimeToLive is { } timeToLive && !declaration.Method.Has(DeclarationAttributes.IncludeExpired))
        {
            scope.See(timeToLive.Attribute);
            filters.Add(Expiry.Alive(timeToLive));
        }

        if (declaration.Method.Attribute(DeclarationAttributes.Filter) is { } attribute)
        {
            filters.Add(ConditionBinder.Bind(attribute.Text(0) ?? string.Empty, scope));
        }

        var declared = Condition.All(filters) is { } all ? new OlderForms(declaration.Model.Shape).Cover(all) : null;
        var filter = Given(declared, queried) is { } given ? Condition.All(declared is null ? [given] : [declared, given]) : declared;
        ExpressionLimits.Check(filter);
        return filter;
    }

    /// <summary>The filter that a call puts together, or null where the method takes none.</summary>
    /// <exception cref="ExpressionException">It takes two, or one of another entity, or the index does not hold what it may ask for.</exception>
    private GivenFilter? Given(Condition? declared, KeyModel? queried)
    {
        var given = declaration.Method.Parameters.Where(PatternParameters.IsFilter).ToArray();
        if (given.Length == 0)
        {
            return null;
        }

        if (given.Length > 1)
        {
            throw new ExpressionException($"takes the filters '{given[0].Name}' and '{given[1].Name}'; take one, and let the caller join them by &");
        }

        if (((INamedTypeSymbol)given[0].Type).TypeArguments[0] is var of && !SymbolEqualityComparer.Default.Equals(of, declaration.Entity))
        {
            throw new ExpressionException($"takes the filter '{given[0].Name}', which is one of {of.Name}; take an ItemFilter<{declaration.Entity.Name}>");
        }

        var key = declaration.Model.Keys.First(key => key.Index == declaration.Index);
        if (IndexContent.Missing(key, declaration.Model) is { } missing)
        {
            throw new ExpressionException($"takes the filter '{given[0].Name}', which may ask for what index '{key.Index}' does not hold, such as '{missing}'; "
                + "declare a [Filter] instead, or let the index hold whole items");
        }

        scope.OptionalParameter(given[0].Name);
        var keys = queried?.Attributes.Where(attribute => attribute.IsMember).Select(attribute => attribute.Attribute) ?? [];
        return GivenFilter.Beside(declared, given[0].Name, $"{declaration.Method.ContainingType.Name}.{declaration.Method.Name}", keys);
    }

    /// <summary>The attributes that the filter looks at, as far as it can be read; what is wrong with it is reported elsewhere.</summary>
    public IEnumerable<string> Attributes()
    {
        try
        {
            Parse(null);
            return scope.Attributes;
        }
        catch (ExpressionException)
        {
            return [];
        }
    }
}
