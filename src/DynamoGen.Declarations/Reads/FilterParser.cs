using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads what a method filters the items by that it reads: its time to live without being asked to, and what its attribute says.</summary>
internal sealed class FilterParser(PatternDeclaration declaration, ExpressionScope scope)
{
    /// <summary>The filter, or null where there is none.</summary>
    /// <param name="others">What items are filtered by beside that.</param>
    /// <exception cref="ExpressionException">The attribute's text is no filter of the entity.</exception>
    public Condition? Parse(params Condition[] others)
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

        var filter = Condition.All(filters) is { } all ? new OlderForms(declaration.Model.Shape).Cover(all) : null;
        ExpressionLimits.Check(filter);
        return filter;
    }

    /// <summary>The attributes that the filter looks at, as far as it can be read; what is wrong with it is reported elsewhere.</summary>
    public IEnumerable<string> Attributes()
    {
        try
        {
            Parse();
            return scope.Attributes;
        }
        catch (ExpressionException)
        {
            return [];
        }
    }
}
