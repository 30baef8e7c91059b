using DynamoGen.CommandLine.Documents.Locks;

namespace DynamoGen.CommandLine.Documents.Samples;

/// <summary>An item of an entity as it could be stored. Nothing of it was read from a table.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Keys">Its key attributes.</param>
/// <param name="Attributes">Its other attributes, in the order of their names.</param>
internal sealed record SampleItem(
    LockedEntity Entity, IReadOnlyDictionary<string, string> Keys, IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    /// <summary>One item, or two where two can share a partition key.</summary>
    public static IEnumerable<SampleItem> Of(LockedEntity entity, string partitionKey, string? sortKey)
    {
        yield return Make(entity, [], 1);
        if (sortKey is not null && entity.Keys.TryGetValue(partitionKey, out var partition) && entity.Keys.TryGetValue(sortKey, out var sort))
        {
            HashSet<string> shared = [.. new KeyTemplate(partition).Attributes];
            if (new KeyTemplate(sort).Attributes.Any(attribute => !shared.Contains(attribute)))
            {
                yield return Make(entity, shared, 2);
            }
        }
    }

    private static SampleItem Make(LockedEntity entity, HashSet<string> shared, int variant)
    {
        var forms = entity.Attributes.Where(attribute => attribute.IsOwn).ToDictionary(attribute => attribute.Path);
        var keys = entity.Keys.ToDictionary(key => key.Key, key => new KeyTemplate(key.Value).Fill(Value, variant), StringComparer.Ordinal);
        return new SampleItem(
            entity,
            keys,
            [.. forms.Values.Where(attribute => !keys.ContainsKey(attribute.Path)).Select(attribute => KeyValuePair.Create(attribute.Path, Text(attribute)))]);

        // An enum's key has the names of its attribute where it says none of its own.
        string Value(string name, string form) =>
            Sample(name).Of(form is "enum" && forms.TryGetValue(name, out var attribute) && attribute.Type == "S" ? attribute.Form : form);

        string Text(LockedAttribute attribute) => attribute.Type switch
        {
            "M" => $"{{ {string.Join(", ", Members(entity, attribute.Path))} }}",
            "L" => "[ … ]",
            "SS" or "NS" or "BS" => $"[ {Sample(attribute.Path).Of(attribute.Form)} ]",
            "B" => "0xCAFE",
            "BOOL" => Sample(attribute.Path).Of("bool"),
            "N" when attribute.Form.StartsWith("enum", StringComparison.Ordinal) => EnumNumber(attribute, variant),
            "N" when attribute.Form.Length == 0 => Sample(attribute.Path).Of("int"),
            _ => Sample(attribute.Path).Of(attribute.Form),
        };

        SampleValue Sample(string name) => new(name, shared.Contains(name) ? 1 : variant);
    }

    /// <summary>An enum that is stored as a number has it behind the name.</summary>
    private static string EnumNumber(LockedAttribute attribute, int variant)
    {
        var members = attribute.Form.Split(", ");
        return members[(variant - 1) % members.Length].Split('=') is [_, var number] ? number : "0";
    }

    private static IEnumerable<string> Members(LockedEntity entity, string path)
    {
        var names = entity.Attributes
            .Where(attribute => attribute.Path.StartsWith(path + ".", StringComparison.Ordinal))
            .Select(attribute => attribute.Path[(path.Length + 1)..])
            .Where(name => name.IndexOfAny(['.', '[', '<']) < 0);
        return names.DefaultIfEmpty("…");
    }
}
