using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Migrations;

/// <summary>Reads which access pattern of a repository finds the several items that one item of the other repository stands for.</summary>
/// <param name="one">The repository of the one item.</param>
/// <param name="many">The repository of the several.</param>
internal sealed class GroupParser(RepositoryModel one, RepositoryModel many)
{
    /// <summary>Why there is none, as the end of a sentence.</summary>
    public string Reason { get; private set; } = string.Empty;

    public GroupModel? Parse(string? name, bool sourceIsOne)
    {
        if (name is null)
        {
            return Refuse($"one '{one.Entity.Name}' stands for several '{many.Entity.Name}'; "
                + $"name the query of '{many.Type.Name}' that reads these by the key of the one: Group = nameof({many.Type.Name}.…)");
        }

        var named = many.Patterns.Where(pattern => pattern.Name == name).ToArray();
        if (named.OfType<QueryPattern>().FirstOrDefault(IsOfGroup) is not { } query)
        {
            return Refuse(named.Length == 0 ? $"'{many.Type.Name}' has no access pattern '{name}'"
                : $"'{many.Type.Name}.{name}' is no query for the group: it must read all items of the table with some key, ascending, as a list or a stream, "
                    + "without a filter");
        }

        var parts = Parts(query);
        return parts is null ? null : new GroupModel(sourceIsOne, query, new EquatableArray<GroupPart>(parts));
    }

    private static bool IsOfGroup(QueryPattern query) =>
        query is { Index: null, Filter: null, IsDescending: false, IsMerged: false, Form: EntityForm, Collection: null, Signature.Answer: null }
        && query.Result is QueryResult.Stream or QueryResult.List
        && query.Condition.SortKind is SortConditionKind.None or SortConditionKind.BeginsWith
        && query.Condition.Range is null
        && query.Signature.Parameters.Where(parameter => parameter.Role != ParameterRole.Cancellation)
            .All(parameter => Placeholders(query).Any(bound => bound.Value is ParameterSource source && source.Parameter == parameter.Name));

    private static IEnumerable<BoundPart> Placeholders(QueryPattern query) =>
        query.Condition.Partition.Concat(query.Condition.SortPrefix).Where(bound => bound.Part.IsPlaceholder);

    private List<GroupPart>? Parts(QueryPattern query)
    {
        var properties = one.PrimaryKey.Parts.Where(part => part.IsPlaceholder).GroupBy(part => part.Text).Select(same => same.First()).ToList();
        var given = query.Signature.Parameters.Where(parameter => parameter.Role != ParameterRole.Cancellation).ToList();
        var parts = new List<GroupPart>();
        foreach (var parameter in given)
        {
            var own = Placeholders(query).First(bound => bound.Value is ParameterSource source && source.Parameter == parameter.Name).Part;
            if (Property(parameter, properties, given) is not { } property || property.TypeName != own.TypeName || parameter.TypeName != own.TypeName)
            {
                Refuse($"'{parameter.Name}' of '{many.Type.Name}.{query.Name}' is not in the primary key of '{one.Entity.Name}' by that name and type, "
                    + "so that nobody finds the items of the one");
                return null;
            }

            parts.Add(new GroupPart(parameter.Name, parameter.TypeName, property.Text, own.Text));
        }

        if (properties.FirstOrDefault(property => parts.All(part => part.One != property.Text)) is { } missing)
        {
            Refuse($"'{many.Type.Name}.{query.Name}' is not given '{missing.Text}', which is in the primary key of '{one.Entity.Name}': "
                + "the items of several would be one group");
            return null;
        }

        return parts;
    }

    /// <summary>The property of the one item that a parameter has the name of; or where one of each is left, that.</summary>
    private static KeyPart? Property(ParameterModel parameter, List<KeyPart> properties, List<ParameterModel> given)
    {
        var left = properties.Where(property => !given.Exists(other => IsNamed(property, other))).ToList();
        return properties.Find(property => IsNamed(property, parameter))
            ?? (left.Count == 1 && given.Count(other => !properties.Exists(property => IsNamed(property, other))) == 1 ? left[0] : null);
    }

    private static bool IsNamed(KeyPart property, ParameterModel parameter) => string.Equals(property.Text, parameter.Name, StringComparison.OrdinalIgnoreCase);

    private GroupModel? Refuse(string reason)
    {
        Reason = reason;
        return null;
    }
}
