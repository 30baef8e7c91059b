using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads a type marked with <c>[ItemCollection]</c> that is an item of any of several entities, which it names.</summary>
/// <param name="declaration">The method that returns it.</param>
/// <param name="type">The type.</param>
/// <param name="scope">What a filter of the repository's own entity can name.</param>
internal sealed class ItemUnionParser(PatternDeclaration declaration, INamedTypeSymbol type, ExpressionScope scope)
{
    private readonly AttributeData _attribute = type.Attribute(DeclarationAttributes.ItemCollection)!;

    /// <summary>The entities, or null with a problem.</summary>
    /// <param name="kind">What the method is.</param>
    public ItemUnion? Parse(PatternKind kind)
    {
        var entities = _attribute.Types();
        var reason = Misuse(kind)
            ?? entities.Select(Obstacle).FirstOrDefault(obstacle => obstacle is not null)
            ?? Misshape(entities);
        if (reason is not null)
        {
            declaration.Misshapen(reason);
            return null;
        }

        var members = new List<UnionMember>();
        foreach (var entity in entities)
        {
            if (Member(entity!) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        return AreTold(members) && MeansExpired(members) ? new ItemUnion(declaration, type, members) : null;
    }

    private string? Misuse(PatternKind kind) =>
        kind is PatternKind.Get
            ? $"a GetItem is of one entity; return {declaration.Entity.Name}?, or mark the method with [Query] for the first item of '{type.Name}'"
        : kind is PatternKind.ReadAction ? "a transaction reads whole entities"
        : declaration.Method.Parameters.FirstOrDefault(PatternParameters.IsFilter) is { } filter
            ? $"the filter '{filter.Name}' is of one entity, and '{type.Name}' of several; say what filters them all by [Filter]"
        : declaration.Method.Has(DeclarationAttributes.Hydrate) ? $"hydrated items are of one entity; return {declaration.Entity.Name}"
        : null;

    private string? Misshape(IReadOnlyList<INamedTypeSymbol?> entities) =>
        entities.Count == 0 ? $"'{type.Name}' names no entities of which an item is one; say [ItemCollection(typeof({declaration.Entity.Name}), ...)]"
        : entities.Count > ListedValues.Most ? $"'{type.Name}' names {entities.Count} entities; a filter looks for {ListedValues.Most} at most"
        : entities.Distinct(SymbolEqualityComparer.Default).Count() < entities.Count ? $"'{type.Name}' names an entity twice"
        : !entities.Contains(declaration.Entity, SymbolEqualityComparer.Default)
            ? $"'{type.Name}' does not name '{declaration.Entity.Name}', whose repository it is"
        : null;

    /// <summary>Why a type is none of the entities, as the end of a sentence; null where it is one.</summary>
    private string? Obstacle(INamedTypeSymbol? entity) =>
        entity is null || !entity.Has(DeclarationAttributes.Entity) ? $"'{entity?.Name}', which '{type.Name}' names, is not marked with [Entity]"
        : !SymbolEqualityComparer.Default.Equals(EntityParser.TableType(entity), EntityParser.TableType(declaration.Entity))
            ? $"'{entity.Name}', which '{type.Name}' names, is of another table than '{declaration.Entity.Name}'"
        : !IsBaseOf(entity) ? $"'{entity.Name}', which '{type.Name}' names, must implement '{type.Name}'"
        : null;

    private bool IsBaseOf(INamedTypeSymbol entity)
    {
        for (var current = entity.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return entity.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    /// <summary>What is read of one entity, or null: with a problem, or where the entity's own declaration has one.</summary>
    private UnionMember? Member(INamedTypeSymbol entity)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(entity, declaration.Entity);
        var (user, place, problems) = (declaration.Method.ContainingType, declaration.Place, declaration.Problems);
        if ((isOwn ? declaration.Model : EntityOfUser.Parse(entity, user, place, problems)) is not { } model)
        {
            return null;
        }

        var own = new PatternDeclaration(declaration.Method, entity, model, place, problems);
        if (own.Key() is not { } key)
        {
            return null;
        }

        if (IndexContent.Missing(key, model) is { } missing)
        {
            problems.Add(
                DeclarationRule.IndexProjection,
                declaration.Method.Attribute(DeclarationAttributes.Index)?.Place(0) ?? place,
                declaration.Method.Name, "reads", missing, key.Index!, $"items of several entities are whole, those of '{model.Name}' too");
            return null;
        }

        var parameters = declaration.Method.Parameters.Where(parameter => !PatternParameters.IsCancellation(parameter)).ToArray();
        return new UnionMember(own, key, isOwn ? scope : new ExpressionScope(model.Shape, parameters, model.Written));
    }

    /// <summary>Whether an item says of which of the entities it is; false with a problem.</summary>
    private bool AreTold(List<UnionMember> members)
    {
        if (members.GroupBy(member => member.Model.Name).FirstOrDefault(same => same.Count() > 1) is not { } same)
        {
            return true;
        }

        declaration.Misshapen($"'{type.Name}' names {string.Join(" and ", same.Select(member => $"'{member.Declaration.Entity.Name}'"))}, "
            + $"whose items are both of '{same.Key}'");
        return false;
    }

    /// <summary>Whether there is something to include, where the method includes what has expired; false with a problem.</summary>
    private bool MeansExpired(List<UnionMember> members)
    {
        if (!declaration.Method.Has(DeclarationAttributes.IncludeExpired) || members.Any(member => member.Model.Lifecycle.TimeToLive is not null))
        {
            return true;
        }

        declaration.Misshapen($"[IncludeExpired] means nothing to '{type.Name}', of which no entity has a [TimeToLive]");
        return false;
    }
}
