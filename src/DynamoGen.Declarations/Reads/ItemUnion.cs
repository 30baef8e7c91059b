using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Reads;

/// <summary>The entities of which an item may be that a method reads. What holds of one entity, such as a filter, is found for each of them.</summary>
/// <param name="declaration">The method.</param>
/// <param name="type">The type that all of them implement.</param>
/// <param name="entities">The entities.</param>
internal sealed class ItemUnion(PatternDeclaration declaration, INamedTypeSymbol type, IReadOnlyList<UnionMember> entities)
{
    /// <summary>What each item becomes.</summary>
    public UnionForm Form { get; } = new(
        type.PlainName(),
        type.Name,
        new EquatableArray<UnionEntity>(entities.Select(entity =>
            new UnionEntity(entity.Model.Known, entity.Model.Type.FullName, entity.Model.MarshallerStruct))))
    {
        Marks = declaration.Model.Marks,
    };

    /// <summary>What the items are filtered by: that they are of one of the entities, are not expired, and what the method asks for.</summary>
    /// <param name="seesKeys">Whether it may look at the primary key.</param>
    /// <returns>The filter; null where there is none.</returns>
    /// <exception cref="ExpressionException">The attribute's text is no filter of one of the entities.</exception>
    public Condition? Filter(bool seesKeys)
    {
        var marks = declaration.Model.Marks;
        var groups = entities.GroupBy(FilterOf, entity => entity.Model.Known)
            .Select(group => Condition.All(
                [.. new[] { Mark.IsOneOf(marks, [.. group], seesKeys), group.Key }.OfType<Condition>()]))
            .ToArray();
        if (groups.Length > 1 && marks.Presence != ItemMarks.Required && !seesKeys)
        {
            throw new ExpressionException($"is one filter of '{type.Name}' for each of its entities, which items without a mark do not tell; read them apart");
        }

        var all = groups.Length == 1 ? groups[0]
            : groups.Contains(null) ? null
            : new AnyOf(new EquatableArray<Condition>(groups.OfType<Condition>()));
        if (all is not null)
        {
            ExpressionLimits.Check(all);
        }

        return all;
    }

    /// <summary>How much of the key a query must give: the partition key alone, where the method takes nothing else, for all items of the partition.</summary>
    public KeyNeed Need(KeyModel key, IReadOnlyList<IParameterSymbol> parameters) =>
        new KeyBinder(key, parameters, declaration.Model.HasNameLike).Bind(KeyNeed.PartitionOnly) is null ? KeyNeed.Partition : KeyNeed.PartitionOnly;

    /// <summary>Whether a key condition finds the items of all the entities alike; false with a problem.</summary>
    public bool IsServed(KeyConditionModel condition)
    {
        foreach (var entity in entities)
        {
            if (!Forms(entity.Key.PartitionAttributes).SequenceEqual(Forms(condition.Key.PartitionAttributes)) || entity.Key.Shards != condition.Key.Shards)
            {
                return Unserved($"'{entity.Model.Name}' of '{type.Name}' must have {Partition(condition.Key)}, and has {Partition(entity.Key)}");
            }

            if (!Compared(entity.Key, condition).SequenceEqual(Compared(condition.Key, condition)))
            {
                return Unserved($"its parameters give more than the partition key, which is not the same for '{entity.Model.Name}' of '{type.Name}': "
                    + $"its sort key is \"{entity.Key.SortTemplate}\", that of '{declaration.Entity.Name}' \"{condition.Key.SortTemplate}\"");
            }

            if (entity.Key.Attributes.FirstOrDefault(attribute => attribute.IsMember && entity.Scope.Attributes.Contains(attribute.Attribute)) is { } filtered)
            {
                declaration.Wrong(new ExpressionException(
                    $"filters by '{filtered.Attribute}', which is a key of '{entity.Model.Name}' in what it queries; give it as a parameter of the key"));
                return false;
            }
        }

        return true;
    }

    private Condition? FilterOf(UnionMember entity)
    {
        try
        {
            return new FilterParser(entity.Declaration, entity.Scope).Parse(null);
        }
        catch (ExpressionException problem) when (entities.Count > 1)
        {
            throw new ExpressionException($"{problem.Message}; the filter is that of each entity of '{type.Name}', here of '{entity.Model.Name}'");
        }
    }

    private bool Unserved(string reason)
    {
        declaration.Unserved(declaration.Place, reason);
        return false;
    }

    private static string Partition(KeyModel key) => $"the partition key {Spread(key)}";

    /// <summary>The template of a partition key in quotes, and over how many shards it is spread.</summary>
    public static string Spread(KeyModel key) => $"\"{key.PartitionTemplate}\"{(key.Shards > 1 ? $" over {key.Shards} shards" : string.Empty)}";

    /// <summary>The parts of a sort key that a condition compares, with the one behind a range, which says where the range ends.</summary>
    private static IEnumerable<string> Compared(KeyModel key, KeyConditionModel condition) => condition.SortKind switch
    {
        SortConditionKind.None => [],
        SortConditionKind.BeginsWith => Forms(key.SortAttributes).Take(condition.SortPrefix.Count),
        SortConditionKind.Between => Forms(key.SortAttributes).Take(condition.SortPrefix.Count + 2),
        _ => Forms(key.SortAttributes),
    };

    private static IEnumerable<string> Forms(IEnumerable<KeyAttributeModel> attributes) =>
        attributes.SelectMany(attribute => attribute.Parts.Select(part => $"{attribute.Attribute} {part.Form(attribute.Type)}"));
}

/// <summary>One of the entities of which an item may be that a method reads.</summary>
/// <param name="Declaration">The method as it would be for the entity alone.</param>
/// <param name="Key">The key by which the entity is read.</param>
/// <param name="Scope">What a filter of the entity can name.</param>
internal sealed record UnionMember(PatternDeclaration Declaration, KeyModel Key, ExpressionScope Scope)
{
    public EntityModel Model => Declaration.Model;
}
