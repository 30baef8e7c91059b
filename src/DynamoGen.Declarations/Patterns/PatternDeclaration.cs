using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>One method of a repository, with what every kind of access pattern needs to read it.</summary>
/// <param name="method">The method.</param>
/// <param name="entity">The entity.</param>
/// <param name="model">The entity's model.</param>
/// <param name="place">Where problems with the whole method are reported.</param>
/// <param name="problems">Takes them.</param>
internal sealed class PatternDeclaration(IMethodSymbol method, INamedTypeSymbol entity, EntityModel model, Location? place, DeclarationProblems problems)
{
    public IMethodSymbol Method => method;

    public INamedTypeSymbol Entity => entity;

    public EntityModel Model => model;

    public Location? Place => place;

    public DeclarationProblems Problems => problems;

    /// <summary>The index that the method names, or null.</summary>
    public string? Index => method.Attribute(DeclarationAttributes.Index)?.Text(0);

    /// <summary>The parameter that holds a whole entity, or null; of two, the one that is not named <c>before</c>.</summary>
    public IParameterSymbol? EntityParameter { get; } = method.Parameters.Where(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, entity))
        .OrderBy(PatternParameters.IsBefore).FirstOrDefault();

    /// <summary>The property by which an item that was found counts as gone; null where none does.</summary>
    public ExpiryModel? Expiry() => method.Has(DeclarationAttributes.IncludeExpired) || model.Lifecycle.TimeToLive is not { } timeToLive
        ? null
        : new ExpiryModel(timeToLive.Property, IsDateTime: ScalarTypes.IsDateTime(timeToLive.Value));

    /// <summary>Whether what is read of an item tells that it has expired, where that counts; false with a problem.</summary>
    public bool TellsExpiry(ItemForm form, ItemView view)
    {
        if (Expiry() is not { } expiry || form is not ProjectionForm || form.Attributes.Contains(model.Lifecycle.TimeToLive!.Attribute))
        {
            return true;
        }

        Misshapen($"it cannot tell whether the item has expired; add '{expiry.Property}' to '{view.Type.Name}' or mark the method with [IncludeExpired]");
        return false;
    }

    /// <summary>The projection that an item becomes, or null with a problem.</summary>
    public ProjectionModel? Projection(ItemView view)
    {
        var projection = ProjectionParser.Parse(view.Type, new DeclarationProblems());
        if (projection is null)
        {
            Misshapen($"the projection '{view.Type.Name}' must be set right first, where it is declared");
        }

        return projection;
    }

    /// <summary>The key that the method goes by, or null with a problem.</summary>
    public KeyModel? Key()
    {
        var index = Index;
        var key = model.Keys.FirstOrDefault(candidate => candidate.Index == index);
        if (key is null)
        {
            var at = method.Attribute(DeclarationAttributes.Index)?.Place(0) ?? place;
            var reason = $"'{entity.Name}' has no key in index '{index}'; add [Key(\"{index}\", ...)] to it";
            Unserved(at, reason);
            return null;
        }

        if (index is not null && !key.IsLocal && method.Attribute(DeclarationAttributes.ConsistentRead) is { } consistent)
        {
            problems.Add(DeclarationRule.ConsistentReadOfIndex, consistent.Place(), method.Name, index);
            return null;
        }

        return key;
    }

    /// <summary>The key that the parameters give, or null with a problem.</summary>
    public KeyConditionModel? Condition(KeyModel key, KeyNeed need, IReadOnlyList<IParameterSymbol> parameters)
    {
        var binder = new KeyBinder(key, parameters, model.HasNameLike);
        if (binder.Bind(need) is { } condition)
        {
            return condition;
        }

        Unserved(binder.Culprit?.Locations.FirstOrDefault() ?? place, binder.Reason);
        return null;
    }

    /// <summary>The method, whose parameters have the roles that the kind of access pattern gives them.</summary>
    public PatternSignature Signature(PatternReturn result, Func<IParameterSymbol, ParameterRole> role) => new(
        method.Name,
        method.Name,
        method.ContainingType.FullName(),
        result.Detailed ?? result.TypeName,
        result.IsTask,
        new EquatableArray<ParameterModel>(method.Parameters.Select(parameter => new ParameterModel(
            parameter.Name,
            ItemView.NameOf(parameter.Type, entity, model),
            PatternParameters.IsCancellation(parameter) ? ParameterRole.Cancellation : role(parameter)))),
        result.Detailed is null ? null : result.TypeName);

    /// <summary>Reports that no key answers.</summary>
    public void Unserved(Location? at, string reason) => problems.Add(DeclarationRule.UnservedPattern, at, method, method.Name, reason);

    /// <summary>Reports that an expression does not fit.</summary>
    public PatternModel? Wrong(ExpressionException problem)
    {
        var attribute = new[] { DeclarationAttributes.Update, DeclarationAttributes.Condition, DeclarationAttributes.Filter }.Select(method.Attribute)
            .FirstOrDefault(attribute => attribute is not null);
        problems.Add(DeclarationRule.Expression, attribute?.Place(0) ?? place, method.Name, problem.Message);
        return null;
    }

    /// <summary>Reports that the method is no access pattern.</summary>
    public PatternModel? Misshapen(string reason)
    {
        problems.Add(DeclarationRule.PatternShape, place, method.Name, reason);
        return null;
    }
}
